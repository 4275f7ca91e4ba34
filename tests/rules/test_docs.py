"""Commands, settings and problem codes are in the docs, and links lead somewhere."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from tests.rules.sources import REPO
from typer.main import get_command

from podobno.link.entities import ENTITY_REASONS
from podobno.link.sources import SOURCE_REASONS
from podobno.records.problems import CODES
from podobno.show.cli import cli, run_command
from podobno.show.settings import PREFIX, Settings

PAGES = sorted([*REPO.glob("*.md"), *REPO.glob("docs/**/*.md"), *REPO.glob("src/podobno/packs/*/README.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"^(?:\$ )?podobno ([a-z]+)((?: .*)?)$", re.MULTILINE)
OPTION = re.compile(r"--[a-z][a-z-]+")


def _text(path: str) -> str:
    return (REPO / path).read_text(encoding="utf-8")


def test_the_page_of_the_commands_is_what_the_commands_say():
    from typer.cli import app as typer_cli
    from typer.testing import CliRunner

    asked = ["--app", "cli", "podobno.show.cli", "utils", "docs", "--name", "podobno"]
    told = CliRunner().invoke(typer_cli, asked)
    assert told.stdout.strip() == _text("docs/reference/cli.md").strip(), "run `make docs`"


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_a_setting_is_in_the_docs(name):
    assert f"`{PREFIX}{name.upper()}`" in _text("docs/reference/settings.md")


@pytest.mark.parametrize("code", CODES)
def test_a_problem_code_is_in_the_docs(code):
    assert code in _text("docs/reference/problems.md")


@pytest.mark.parametrize("code", [*ENTITY_REASONS, *SOURCE_REASONS])
def test_a_reason_of_names_is_in_the_docs(code):
    assert f"| `{code}` |" in _text("docs/reference/entities.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPO).as_posix())
def test_the_links_of_a_page_lead_somewhere(page):
    dead = [target for target in LINK.findall(page.read_text(encoding="utf-8")) if not _leads(page, target)]
    assert dead == []


def _leads(page: Path, target: str) -> bool:
    return (page.parent / target).exists()


def _path(name: str, rest: str) -> tuple[str, ...]:
    """The command with its subcommands: `judge`, `story`, `join`."""
    path, command = [name], get_command(cli).commands.get(name)
    for word in rest.split():
        command = getattr(command, "commands", {}).get(word)
        if command is None:
            break
        path.append(word)
    return tuple(path)


SHOWN = {
    (_path(name, rest), option)
    for page in (*PAGES, REPO / "demo" / "run")
    for name, rest in COMMAND.findall(page.read_text(encoding="utf-8"))
    for option in OPTION.findall(rest) or [""]
}


@pytest.mark.parametrize(("path", "option"), sorted(SHOWN))
def test_a_command_that_a_page_shows_exists_with_its_options(path, option, capsys):
    assert run_command([*path, "--help"]) == 0
    assert option in capsys.readouterr().out


def test_every_command_says_what_it_does():
    assert all(command.callback.__doc__ for command in cli.registered_commands)
