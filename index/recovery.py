"""Save what can be saved of a damaged index."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.document import Document, parse_document
from corpus.document_values import restore_document
from index.generation import DAMAGE, check, read_generation
from index.library import Index
from index.store import current_generation, manifest_or_none, newest_generations
from index.stored_document import document_name, read_document, read_text, read_values


def recover_documents(
    folder: Path,
    *,
    lost: Callable[[str], None] = lambda _: None,
    parsed: Callable[[str], None] = lambda _: None,
) -> tuple[Document, ...]:
    """
    Read what documents of a damaged index can still be read whole.

    They come from the live generation; where ``CURRENT`` is lost, from the newest whole one. Each
    file is checked against the manifest, unless the manifest itself is damaged; one that has
    changed is taken from an older generation that has it whole.

    :param lost: is told the id (or else the file) of each document that cannot be recovered
    :param parsed: is told the id of each document whose text alone is whole, and is parsed again
    """
    generation = _best_generation(folder)
    if generation is None:
        return ()
    manifest = manifest_or_none(generation)
    if manifest is None:
        stems = sorted({path.stem for path in (generation / "documents").glob("*.*")})
        return tuple(_as_they_are(generation, stems, lost))
    generations = [generation, *(g for g in newest_generations(folder) if g != generation)]
    found: list[Document] = []
    for entry in manifest["documents"]:
        name = document_name(entry["id"])
        text = _whole(generations, f"documents/{name}.txt", manifest)
        values = _whole(generations, f"documents/{name}.json", manifest)
        if text is None:
            lost(entry["id"])
        elif values is None:
            parsed(entry["id"])
            found.append(parse_document(entry["id"], read_text(text, name)))
        else:
            found.append(restore_document(read_text(text, name), read_values(values, name)))
    return tuple(found)


def _as_they_are(
    generation: Path, names: Iterable[str], lost: Callable[[str], None]
) -> Iterator[Document]:
    """Read the documents of a generation whose manifest is damaged, unchecked."""
    for name in names:
        try:
            yield read_document(generation, name)
        except DAMAGE:
            lost(f"documents/{name}")


def _whole(generations: Iterable[Path], file: str, manifest: dict) -> Path | None:
    """Find the first generation in which a file is as the manifest has it."""
    for generation in generations:
        try:
            check(generation, file, manifest)
        except DAMAGE:
            continue
        return generation
    return None


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
