"""The process: its streams, its signals, its exit code."""

import os
import signal
import subprocess
import sys

import pytest

from podobno.show.blas import set_up_blas, wider_kernels

PROGRAM = [sys.executable, "-m", "podobno.show.cli"]


def run(*arguments, **environment):
    given = {**os.environ, **environment}
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, env=given, check=False)


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "utf-8"])
def test_a_terminal_of_any_encoding_gets_the_message(tmp_path, encoding):
    told = run("claims", "--ledger", str(tmp_path / "\u0142\u00f3d\u017a.db"), PYTHONIOENCODING=encoding)
    assert told.returncode == 2
    assert b"there is no ledger" in told.stderr
    assert b"Traceback" not in told.stderr


def test_ctrl_c_while_the_program_starts_prints_no_traceback():
    source = "import os, signal, sys\nfrom podobno.show import start\n"
    source += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # whoever runs the tests may ignore it
    source += "class Stop:\n    def find_spec(self, name, *_):\n"
    source += "        if name == 'podobno.show.cli': os.kill(os.getpid(), signal.SIGINT)\n"
    source += "sys.meta_path.insert(0, Stop())\nstart.main()\n"
    told = subprocess.run([sys.executable, "-c", source], capture_output=True, check=False)
    assert (told.returncode, told.stderr) == (128 + signal.SIGINT, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")
def test_a_full_disk_is_told():
    with open("/dev/full", "wb") as full:
        told = subprocess.run([*PROGRAM, "pack", "list"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert told.returncode == 2
    assert b"cannot grow" in told.stderr


FLAGS = "fpu avx2 avx512f avx512dq avx512cd avx512bw avx512vl"


@pytest.mark.parametrize(
    ("vendor", "flags", "kernels"),
    [
        ("AuthenticAMD", FLAGS, "SkylakeX"),
        ("AuthenticAMD", "fpu avx2", None),
        ("AuthenticAMD", FLAGS.replace(" avx512vl", ""), None),  # half of it is not enough
        ("GenuineIntel", FLAGS, None),
    ],
)
def test_kernels_are_asked_for_where_the_processor_has_what_they_use(vendor, flags, kernels):
    about = f"processor\t: 0\nvendor_id\t: {vendor}\nflags\t\t: {flags}\nbugs\t\t: none avx512vl\n"
    assert wider_kernels(about) == kernels


def test_what_the_user_has_set_for_the_products_stays(monkeypatch):
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Haswell")
    set_up_blas()
    assert (os.environ["OPENBLAS_NUM_THREADS"], os.environ["OPENBLAS_CORETYPE"]) == ("2", "Haswell")
