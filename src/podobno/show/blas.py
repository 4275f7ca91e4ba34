"""Set up the library that multiplies numpy's matrices, before numpy is loaded: half of reading an article is its work.

In:   the process's environment, what the system says of its processor.
Out:  variables of the environment that OpenBLAS reads when it is loaded; one that is set already stays.
Not:  which matrices are multiplied, which is lang/weights.py.
"""

import os
from pathlib import Path

ABOUT_PROCESSOR = Path("/proc/cpuinfo")  # Linux; elsewhere OpenBLAS's own choice stands
AVX512 = frozenset({"avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"})  # what the kernels "SkylakeX" use


def set_up_blas() -> None:
    """Set one thread and the kernels that fit this processor, unless the user has set others."""
    # Products of small matrices: more threads wait for each other longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    kernels = wider_kernels(_about_processor())
    if kernels:
        os.environ.setdefault("OPENBLAS_CORETYPE", kernels)


def wider_kernels(about: str) -> str | None:
    """Return the kernels to ask OpenBLAS for, given a Linux description of the processor; None: its own choice.

    OpenBLAS knows processors by their number, and takes an AMD one that is newer than itself for an old one without
    AVX-512: half as quick. What is read of a text is the same. Intel's it tells by what they can do.
    """
    if "AuthenticAMD" not in about:
        return None
    flags = next((line for line in about.splitlines() if line.startswith("flags")), "")
    return "SkylakeX" if set(flags.split()) >= AVX512 else None


def _about_processor() -> str:
    try:
        return ABOUT_PROCESSOR.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
