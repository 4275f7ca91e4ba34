"""Turn bytes into text.

In:   the bytes of a file, and the old encodings that the packs know with the letters they are used for.
Out:  Decoded: the text and the encoding, or what is wrong with the bytes.
Not:  what the text says.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from charset_normalizer import from_bytes

from podobno.lang.pack import Pack
from podobno.records.errors import BadPack

BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = (  # how files that are no text begin
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP, WAV or AVI file"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
# Where no pack knows the letters: without this list short Russian comes out as Japanese.
OTHERS = ("cp1251", "koi8_u", "koi8_r", "cp1250", "iso8859_2", "cp1252", "cp1257")
SAMPLE_BYTES = 100_000  # enough to tell an encoding
CONTROL_SHARE = 0.01  # a text may hold a stray control character; data holds far more
UTF16_SHARE = 0.9  # of the characters that must be letters, marks or blanks of our scripts
BROKEN_SHARE = 0.1  # UTF-8 with so few broken sequences for whole ones was cut, and is not cp1250
LETTER_SHARE = 0.8  # of the letters beyond ASCII that must be those of the language
FIRST_MARK = 0x2000  # where Unicode keeps the marks of print: bullets, ellipses
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WHOLE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SCRIPTS = ((0x20, 0x24F), (0x370, 0x52F), (0x2000, 0x20CF))  # Latin, Greek and Cyrillic, marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Charset:
    """Encodings that a language used before UTF-8."""

    encodings: tuple[str, ...]  # most used first: it wins a tie
    letters: frozenset[str]  # the letters beyond ASCII of the language


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Bytes as text."""

    text: str  # empty where ``code`` says that the bytes cannot be read
    encoding: str | None = None  # None: the bytes cannot be read
    code: str | None = None  # problem code, None: nothing is wrong
    said: str = ""  # what is wrong, with the bytes at fault


def pack_charsets(packs: Iterable[Pack]) -> tuple[Charset, ...]:
    """Return the old encodings that the packs name in rules/charsets.toml; a pack may name none."""
    return tuple(_charset(pack) for pack in packs if "charsets" in pack.rules)


def decode_bytes(data: bytes, charsets: tuple[Charset, ...], encoding: str | None = None) -> Decoded:
    """Return the text of some bytes; only a byte order mark is left out of it.

    Tried in order: the encoding given, a byte order mark, UTF-8, UTF-16, the encodings of the packs by
    their letters, and what charset-normalizer says.
    """
    if encoding is not None:
        return _decode(data.removeprefix(_bom(data, encoding)), encoding)
    for mark, name in BOMS:
        if data.startswith(mark):
            return _decode(data.removeprefix(mark), name)
    fault = binary_fault(data)
    if fault is not None:
        return Decoded(text="", code="READ-BINARY", said=fault)
    return _decode_utf8(data) or _decode_utf16(data) or _decode_old(data, charsets)


def binary_fault(data: bytes) -> str | None:
    """Say what kind of data this is, or return None where it may be text."""
    for start, kind in MAGIC:
        if data.startswith(start):
            return f"it is {kind}, by its first bytes {data[:4].hex(' ')}"
    sample = data[:SAMPLE_BYTES]
    controls = _CONTROL.findall(sample)
    if len(controls) <= max(1.0, CONTROL_SHARE * len(sample)) or _decode_utf16(sample) is not None:
        return None
    return f"{len(controls)} of its first {len(sample)} bytes are control characters"


def _charset(pack: Pack) -> Charset:
    rule = pack.rules["charsets"]
    try:
        return Charset(encodings=tuple(rule["encodings"]), letters=frozenset(rule["letters"]))
    except KeyError as error:
        raise BadPack(f"packs/{pack.code}/rules/charsets.toml: {error} is missing. Add it.") from None


def _bom(data: bytes, encoding: str) -> bytes:
    name = codecs.lookup(encoding).name
    return next((mark for mark, its in BOMS if its == name and data.startswith(mark)), b"")


def _decode(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(text=data.decode(encoding), encoding=encoding)
    except UnicodeError as error:
        place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        return Decoded(text="", code="READ-ENCODING", said=f"the bytes are no valid {encoding}{place}")


def _decode_utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _mend_utf8(data, error.start)
    return None if "\0" in text and _decode_utf16(data) is not None else Decoded(text=text, encoding="utf-8")


def _mend_utf8(data: bytes, start: int) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    if broken > max(1.0, BROKEN_SHARE * len(_WHOLE.findall(data))) or not _WHOLE.search(data):
        return None
    said = f"the bytes are UTF-8 but for broken ones at {broken} places, the first at byte {start}"
    return Decoded(text=text, encoding="utf-8", code="READ-ENCODING", said=said)


def _decode_utf16(data: bytes) -> Decoded | None:
    sample = data[: SAMPLE_BYTES // 2 * 2]
    if b"\0" not in sample or len(data) % 2 == 1:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        if _readable_share(sample.decode(encoding, "replace")) >= UTF16_SHARE:
            return _decode(data, encoding)
    return None


def _readable_share(text: str) -> float:
    readable = sum(any(low <= ord(letter) <= high for low, high in _SCRIPTS) for letter in text if not letter.isspace())
    return readable / max(1, sum(not letter.isspace() for letter in text))


def _decode_old(data: bytes, charsets: tuple[Charset, ...]) -> Decoded:
    sample = data[:SAMPLE_BYTES]
    best, encoding = 0.0, None
    for charset in charsets:
        for name in charset.encodings:
            share = _letter_share(sample, name, charset.letters)
            if share > best:
                best, encoding = share, name
    if encoding is None or best < LETTER_SHARE:
        guess = from_bytes(sample, cp_isolation=list(OTHERS)).best()
        encoding = guess.encoding if guess is not None else encoding
    if encoding is None:
        return Decoded(text="", code="READ-ENCODING", said="the bytes are valid in no encoding tried")
    return _decode(data, encoding)


def _letter_share(sample: bytes, encoding: str, letters: frozenset[str]) -> float:
    """Return how much of what is not ASCII are letters of the language; marks count for nothing."""
    beyond = [letter for letter in sample.decode(encoding, "replace") if not letter.isascii()]
    good = sum(letter in letters for letter in beyond)
    return good / max(1, sum(not _is_mark(letter) for letter in beyond))


def _is_mark(letter: str) -> bool:
    # Dashes, quotation marks and the like are no evidence against; a pilcrow is: iso-8859-2 read as cp1250.
    return unicodedata.category(letter) in {"Pd", "Pi", "Pf", "Ps", "Zs"} or (
        unicodedata.category(letter) == "Po" and ord(letter) >= FIRST_MARK
    )
