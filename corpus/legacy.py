"""Legacy Word (.doc) and rich text (.rtf) files, converted by LibreOffice where it is installed."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from corpus.formats import FormatError

MAX_CPU_SECONDS = 45  # of the converter; a reader's own clock stops what waits for ever
_PROGRAMS = ("soffice", "libreoffice")


def can_convert() -> bool:
    """Tell whether LibreOffice is installed."""
    return _program() is not None


def to_docx(data: bytes) -> bytes:
    """
    Convert a .doc or .rtf file to .docx.

    LibreOffice runs without a window, with a profile of its own in a temporary folder, so that
    it neither meets the user's running one nor keeps anything.

    :raises FormatError: if it cannot be converted
    """
    program = _program()
    advice = "open it in Word or WPS and save it as .docx"
    if program is None:
        raise FormatError("unsupported", f"LibreOffice is not installed; {advice}")
    with tempfile.TemporaryDirectory(prefix="zhengwen-") as name:
        folder = Path(name)
        (folder / "in").write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
            *("--convert-to", "docx", "--outdir", str(folder / "out"), str(folder / "in")),
        ]
        subprocess.run(  # its processes stay in this one's group, and end with it
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": name, "TMPDIR": name, "SAL_USE_VCLPLUGIN": "svp"},
            preexec_fn=_bound if os.name == "posix" else None,
            check=False,
        )
        made = folder / "out" / "in.docx"
        if not made.exists():
            raise FormatError("damaged", f"LibreOffice could not convert the document; {advice}")
        return made.read_bytes()


def _program() -> str | None:
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _bound() -> None:
    """Let the converter use all memory that the reader may have, but not the processor for ever."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_SECONDS, MAX_CPU_SECONDS))
