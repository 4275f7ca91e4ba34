"""Find files and read their bytes, whatever the disk has to say.

In:   paths.
Out:  the files of a folder in order, the bytes of a file, or a problem.
Not:  what the bytes mean.
"""

import errno
import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from podobno.records.problems import Problem

# Endings passed over in folders; a file named by itself is always tried.
NOT_TEXT = (
    ".7z", ".avi", ".bin", ".bmp", ".bz2", ".css", ".csv", ".db", ".doc", ".docx", ".dll", ".eot",
    ".epub", ".exe", ".flac", ".gif", ".gz", ".ico", ".iso", ".jar", ".jpeg", ".jpg", ".js", ".m4a",
    ".mkv", ".mov", ".mp3", ".mp4", ".mpeg", ".odp", ".ods", ".odt", ".ogg", ".otf", ".parquet",
    ".pdf", ".pkl", ".png", ".ppt", ".pptx", ".ps", ".py", ".pyc", ".rar", ".so", ".sqlite", ".svg",
    ".tar", ".tgz", ".tif", ".tiff", ".tsv", ".ttf", ".warc", ".wav", ".webm", ".webp", ".woff",
    ".woff2", ".xls", ".xlsx", ".xz", ".zip", ".zst",
)  # fmt: skip
LOOPS = (errno.ELOOP,)
GONE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A file of a folder that is not read."""

    ending: str  # ".jpg"


def list_folder(folder: Path) -> Iterator[Path | Problem]:
    """Yield the files of a folder and of those in it, sorted by path, and at last what was passed over."""
    passed: Counter[str] = Counter()
    read = 0
    for found in _walk(folder, ()):
        if isinstance(found, Passed):
            passed[found.ending] += 1
        else:
            read += isinstance(found, Path)
            yield found
    if passed:
        kinds = ", ".join(f"{ending} {count}" for ending, count in sorted(passed.items()))
        said = f"some files ({passed.total()}) have endings that hold no articles: {kinds}"
        yield Problem(code="READ-SKIPPED", where=shown(folder), said=said, did="passed them over; name one to read it")
    elif read == 0:
        yield Problem(code="READ-EMPTY", where=shown(folder), said="the folder holds no file to read", did="read on")


def read_bytes(stream: BufferedReader, where: str, limit: int) -> bytes | Problem:
    """Return what a stream holds; a file that grows is read as far as it went when it was opened."""
    size = _size(stream)
    if size is not None and size > limit:
        return _too_large(where, f"it has {size} bytes", limit)
    try:
        data = stream.read(limit + 1 if size is None else size)
    except OSError as error:
        return disk_problem(error, where)
    return data if len(data) <= limit else _too_large(where, "it has more bytes", limit)


def read_lines(stream: BufferedReader, where: str, limit: int) -> Iterator[tuple[int, bytes] | Problem]:
    """Yield the lines of a stream that hold something, with their numbers from 1, one at a time."""
    left, number = _size(stream), 0
    while left is None or left > 0:
        try:
            line = stream.readline(limit + 1 if left is None else min(limit + 1, left))
        except OSError as error:
            yield disk_problem(error, where)
            return
        if not line:
            return
        number += 1
        skipped = _skip_line(stream) if len(line) > limit and not line.endswith(b"\n") else 0
        if skipped or len(line) > limit:
            yield _too_large(f"{where}:{number}", "the line has more bytes", limit)
        elif line.strip():
            yield number, line
        left = None if left is None else left - len(line) - skipped


def disk_problem(error: OSError, where: str) -> Problem:
    """Return the problem that an error of the disk is."""
    said = f"{error.strerror or error}"
    if error.errno in LOOPS:
        return Problem(code="READ-LOOP", where=where, said="the link leads back to itself", did="passed it over")
    if error.errno in GONE:
        return _missing(where, said)
    did = "read on; ask for the right to read it, or copy it"
    return Problem(code="READ-DENIED", where=where, said=f"it may not or cannot be read: {said}", did=did)


def _missing(where: str, said: str) -> Problem:
    did = "read on; check the spelling"
    if os.path.islink(where):
        said, did = f"the link leads to {os.readlink(where)}", "passed it over; remove the link or mend it"
    return Problem(code="READ-MISSING", where=where, said=f"nothing is there: {said}", did=did)


def shown(path: Path) -> str:
    """Return a path as a person can read it, also where its name is no UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _walk(folder: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | Passed | Problem]:
    try:
        status = folder.stat()
        paths = sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name))
    except OSError as error:
        yield disk_problem(error, shown(folder))
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield Problem(
            code="READ-LOOP",
            where=shown(folder),
            said="the link leads back to a folder above it",
            did="passed it over",
        )
        return
    for path in paths:
        if not path.name.startswith("."):
            yield from _visit(path, (*above, here))


def _visit(path: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | Passed | Problem]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield disk_problem(error, shown(path))
        return
    if stat.S_ISDIR(mode):
        yield from _walk(path, above)
    elif path.suffix.lower() in NOT_TEXT:
        yield Passed(ending=path.suffix.lower())
    elif stat.S_ISREG(mode):  # a pipe in a folder would make us wait for ever
        yield path


def _size(stream: BufferedReader) -> int | None:
    """Return what is left of a plain file, or None for a pipe and the like."""
    try:
        status = os.fstat(stream.fileno())
    except OSError:  # a stream in memory has no file
        return None
    return max(0, status.st_size - stream.tell()) if stat.S_ISREG(status.st_mode) and status.st_size else None


def _skip_line(stream: BufferedReader) -> int:
    """Read to the end of the line and return how many bytes that was."""
    skipped = 0
    while chunk := stream.readline(1 << 20):
        skipped += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return skipped


def _too_large(where: str, said: str, limit: int) -> Problem:
    did = "passed it over; cut it into articles, or write them as JSON lines"
    return Problem(code="READ-TOO-LARGE", where=where, said=f"{said}, and the limit is {limit}", did=did)
