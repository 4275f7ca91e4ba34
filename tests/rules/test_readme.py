"""The first screen of the README is what the program does."""

import re

import pytest
from tests.rules.sources import REPO

from podobno.show.cli import run_command

README = (REPO / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
LONGEST = 40


def test_the_readme_is_short():
    assert len(README.splitlines()) <= LONGEST


def test_the_readme_names_the_two_commands():
    assert "`make demo`" in README
    assert "`make test`" in README


def test_the_article_of_the_readme_gives_the_claims_of_the_readme(tmp_path, capsys, monkeypatch):
    article, shown = BLOCKS
    commands = [line.removeprefix("$ podobno ").split() for line in shown.splitlines() if line.startswith("$ ")]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "most.txt").write_text(article, encoding="utf-8")
    assert [run_command(command) for command in commands] == [0, 0]
    told = capsys.readouterr().out.splitlines()
    after = told[next(place for place, line in enumerate(told) if "in podobno.db" in line) + 1 :]
    assert [line.rstrip() for line in after if line.strip()] == [
        line for line in shown.splitlines() if line.strip() and not line.startswith("$ ")
    ]


@pytest.mark.parametrize("target", re.findall(r"`make ([a-z]+)`", README))
def test_a_target_that_the_readme_names_is_in_the_makefile(target):
    assert f"\n{target}:" in (REPO / "Makefile").read_text(encoding="utf-8")
