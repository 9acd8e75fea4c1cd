"""Which files of the server's disk a request may name: those that were uploaded to it."""

from pathlib import Path

from gradio.utils import get_upload_folder


def check_uploaded(value: object) -> None:
    """
    Look through what a request gives for files that nobody uploaded.

    :param value: plain values of JSON; a file is a mapping with its path
    :raises PermissionError: if there is one, or an address in its place
    """
    folder = Path(get_upload_folder()).resolve()
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            left += one.values()
            path = one.get("path")
            if path is not None and not (isinstance(path, str) and _is_within(path, folder)):
                raise PermissionError(f"{path!r} is no uploaded file")
        elif isinstance(one, list | tuple):
            left += one


def _is_within(path: str, folder: Path) -> bool:
    try:
        return Path(path).resolve().is_relative_to(folder)
    except (OSError, ValueError, RuntimeError):  # no path at all, or one that leads in a circle
        return False
