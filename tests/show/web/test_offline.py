"""A story in one file: it opens from a disk, asks for nothing, and every link in it leads somewhere."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from tests.show.web.ledgers import DENIAL, FIRST, SECOND, claim_of, hostile

from podobno.show.cli import run_command

KILOBYTES = 500 * 1000


class Seen(HTMLParser):
    """The tags of a page and their attributes, not the words that look like some."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes = set(), set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


def write(book, path, *options):
    code = run_command(["page", FIRST.article.id, "-o", str(path), "--ledger", str(book), *options])
    return code, path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.fixture(scope="module")
def written(book, tmp_path_factory):
    code, text = write(book, tmp_path_factory.mktemp("file") / "story.html", "--lang", "en")
    assert code == 0
    return text


def test_it_loads_nothing_and_runs_nothing(written):
    seen = Seen()
    seen.feed(written)
    assert seen.tags.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "base", "video"})
    assert seen.attributes.isdisjoint({"src", "srcset", "action", "style", "background", "ping"})
    assert [name for name in seen.attributes if name.startswith("on")] == []
    assert "url(" not in written
    assert "@import" not in written


def test_its_links_stay_within_it(written):
    links = re.findall(r'href="([^"]*)"', written)
    assert len(links) > 10
    ids = set(re.findall(r'\sid="([^"]*)"', written))
    assert [link for link in links if link.removeprefix("#") not in ids or not link.startswith("#")] == []


def test_an_id_stands_in_it_once(written):
    ids = re.findall(r'\sid="([^"]*)"', written)
    assert sorted(set(ids)) == sorted(ids)


def test_its_policy_allows_its_own_style_and_no_other(written):
    style = re.search(r"<style>(.*?)</style>", written, re.DOTALL).group(1)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in written.replace("&#39;", "'")


def test_it_holds_every_report_and_what_stands_against_them(written):
    for reading in (FIRST, SECOND, DENIAL, hostile()):
        assert f'id="c{claim_of(reading)}"' in written


def test_what_an_article_holds_is_only_text(written):
    assert "<script" not in written
    assert "javascript:" not in written


def test_it_is_light(written):
    assert len(written.encode()) < KILOBYTES


def test_as_of_a_day_it_holds_what_was_out_and_says_so(book, tmp_path):
    _, text = write(book, tmp_path / "then.html", "--lang", "en", "--as-of", "2024-05-01")
    assert "What was published later is not shown" in text
    assert claim_of(DENIAL) not in text


def test_it_is_written_in_polish_unless_told_otherwise(book, tmp_path):
    assert '<html lang="pl">' in write(book, tmp_path / "pl.html")[1]


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(book, tmp_path, capsys):
    place = tmp_path / "story.html"
    place.write_text("mine", encoding="utf-8")
    assert write(book, place) == (2, "mine")
    assert "--replace" in capsys.readouterr().err
    code, text = write(book, place, "--replace")
    assert code == 0
    assert "most stoi" in text
    assert [file.name for file in tmp_path.iterdir()] == ["story.html"]


@pytest.fixture
def empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["nosuchstory", "-o", "x.html"], "no article in the ledger"),
        ([FIRST.article.id, "-o", "x.html", "--lang", "de"], "Write one of en, pl"),
        ([FIRST.article.id, "-o", "x.html", "--as-of", "2020"], "Name a later day"),
        ([FIRST.article.id, "-o", "x.html", "--known", "2020"], "did not hold"),
        ([FIRST.article.id, "-o", "nosuch/x.html"], "there is no folder"),
        ([FIRST.article.id, "-o", "."], "is a folder"),
    ],
)
def test_wrong_use_is_told_in_a_message(book, empty_folder, capsys, asked, told):
    assert run_command(["page", *asked, "--ledger", str(book)]) == 2
    assert told in capsys.readouterr().err
    assert list(empty_folder.iterdir()) == []


def test_a_full_disk_is_told_in_a_message(book, capsys):
    assert run_command(["page", FIRST.article.id, "-o", "/dev/full", "--replace", "--ledger", str(book)]) == 2
    assert "Make room" in capsys.readouterr().err


def test_it_can_go_to_standard_output(book, capsys):
    assert run_command(["page", FIRST.article.id, "-o", "-", "--ledger", str(book)]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")
