"""Who may import whom: the contracts of pyproject.toml."""

import subprocess
import sys

from tests.rules.sources import REPO


def test_the_import_contracts_are_kept():
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    told = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=REPO, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout[-3000:] + told.stderr[-1000:]
