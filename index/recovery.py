"""Save what can be saved of a damaged index."""

from collections.abc import Callable
from pathlib import Path

from corpus.document import Document
from index.generation import DAMAGE, check, read_generation
from index.library import Index
from index.store import current_generation, manifest_or_none, newest_generations
from index.stored_document import document_name, read_document


def recover_documents(
    folder: Path, *, lost: Callable[[str], None] = lambda _: None
) -> tuple[Document, ...]:
    """
    Read what documents of a damaged index can still be read whole.

    They come from the live generation; where ``CURRENT`` is lost, from the newest whole one. Each
    file is checked against the manifest, unless the manifest itself is damaged.

    :param lost: is told the id (or else the file) of each document that cannot be recovered
    """
    generation = _best_generation(folder)
    if generation is None:
        return ()
    manifest = manifest_or_none(generation)
    if manifest:
        names = {document_name(entry["id"]): entry["id"] for entry in manifest["documents"]}
    else:
        stems = {path.stem for path in (generation / "documents").glob("*.*")}
        names = {stem: f"documents/{stem}" for stem in sorted(stems)}
    found: list[Document] = []
    for name, label in names.items():
        try:
            for file in (f"documents/{name}.txt", f"documents/{name}.json") if manifest else ():
                check(generation, file, manifest or {})
            found.append(read_document(generation, name))
        except DAMAGE:
            lost(label)
    return tuple(found)


def recover_index(folder: Path) -> Index | None:
    """Read the segments of a damaged index that are whole; None where its manifest is damaged."""
    generation = _best_generation(folder)
    if generation is None:
        return None
    try:
        return read_generation(generation, lenient=True)
    except DAMAGE:
        return None


def _best_generation(folder: Path) -> Path | None:
    """Give the live generation, else the newest one whose manifest is whole, else the newest."""
    generation = current_generation(folder)
    if generation is not None and (generation / "documents").is_dir():
        return generation
    newest = newest_generations(folder)
    whole = (path for path in newest if manifest_or_none(path))
    return next(whole, next(iter(newest), None))
