"""Pack the trained halves into the one file that travels.

In:   pipelines on disk.
Out:  weights.bin (numbers in half precision, compressed) and weights.toml with its hash, size and licence.
Not:  reading it back, which is lang/weights.py.
"""

import hashlib
import io
import json
import lzma
import tarfile
from pathlib import Path
from typing import Any

import numpy
import srsly

FILE, ABOUT = "weights.bin", "weights.toml"
TRAINED_ON = (
    "UD_Polish-LFG r2.16 (GPL-3.0)",
    "UD_Polish-PUD (CC BY-SA 4.0)",
    "NKJP 1M (GPL-3.0)",
    "trees of NKJP sentences that annotators checked for Podobno",
)


def bundle(runs: Path, pack: Path, recipe: dict[str, Any]) -> None:
    """Write the pack's weights."""
    data = lzma.compress(_archive(runs), preset=6)
    (pack / FILE).write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    (pack / ABOUT).write_text(
        f'file = "{FILE}"\nsha256 = "{digest}"\nsize_bytes = {len(data)}\n'
        'licence = "GPL-3.0-or-later"\nrecipe = "recipe.toml"\n'
        f"trained_on = [{', '.join(map(json.dumps, TRAINED_ON))}]\n",
        encoding="utf-8",
    )


def _archive(runs: Path) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as tar:
        for path in sorted(p for half in ("names", "trees") for p in (runs / half).rglob("*") if p.is_file()):
            data = _halved(path)
            info = tarfile.TarInfo(path.relative_to(runs).as_posix())
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return target.getvalue()


def _halved(path: Path) -> bytes:
    """Numbers in half precision: the scores stay the same to the third digit, the file is half as large."""
    if path.name != "model":
        return path.read_bytes()
    return bytes(srsly.msgpack_dumps(_half(srsly.msgpack_loads(path.read_bytes()))))


def _half(thing: Any) -> Any:
    if isinstance(thing, numpy.ndarray) and thing.dtype == numpy.float32:
        return thing.astype("float16")
    if isinstance(thing, dict):
        return {key: _half(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [_half(value) for value in thing]
    return thing
