"""Files, folders and standard input, good and bad: the rest is always read."""

import errno
import io
import json
import os

import pytest

from podobno.read.files import disk_problem, read_bytes
from podobno.read.paths import read_paths
from podobno.read.settings import ReadSettings
from podobno.records.errors import BadUse
from podobno.records.problems import Problem

POLISH = "Wójt zapowiedział w środę, że most zostanie otwarty w maju. Źrebięta są już bezpieczne."
PAGE = f"<!doctype html><html><body><article>{f'<p>{POLISH}</p>' * 5}</article></body></html>"


def seen(*paths, **given):
    """Codes of problems, and "article" for each article."""
    found = list(read_paths(paths, given.pop("settings", ReadSettings()), **given))
    return [thing.code if isinstance(thing, Problem) else "article" for thing in found]


@pytest.fixture
def good(tmp_path):
    file = tmp_path / "good.txt"
    file.write_text(POLISH, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "data", "codes"),
    [
        ("empty.txt", b"", ["READ-EMPTY"]),
        ("blank.txt", b" \n\t", ["READ-EMPTY"]),
        ("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), ["READ-BINARY"]),
        ("junk.html", b"\x1f\x8b\x08" + bytes(range(256)), ["READ-BINARY"]),
        ("old.txt", POLISH.encode("cp1250"), ["article"]),
        ("iso.txt", POLISH.encode("iso-8859-2"), ["article"]),
        ("wide.txt", POLISH.encode("utf-16"), ["article"]),
        ("wide.html", PAGE.encode("utf-16-be"), ["article"]),
        ("nul.txt", POLISH.encode().replace(b"most", b"mo\0t"), ["READ-CHARACTERS", "article"]),
        ("cut.txt", (POLISH * 3).encode() + b"\xc5", ["READ-ENCODING", "article"]),
        ("date.txt", b"date: 2023-02-30\n" + POLISH.encode(), ["DATE-INVALID", "article"]),
        ("menu.html", b"<html><body><a href=x>Kontakt</a></body></html>", ["READ-NO-ARTICLE"]),
        ("wide.jsonl", json.dumps({"text": POLISH}).encode("utf-16"), ["READ-ENCODING"]),
        ("english.txt", b"The mayor said on Wednesday that the bridge would open in May.", ["article"]),
    ],
)
def test_a_bad_file_is_a_problem_and_the_next_is_read(tmp_path, good, name, data, codes):
    (tmp_path / name).write_bytes(data)
    assert seen(tmp_path / name, good) == [*codes, "article"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso-8859-2"])
def test_the_text_of_a_text_file_is_the_files_text(tmp_path, encoding):
    text = f"  Most otwarty \r\n\r\n{POLISH}\r\n \n"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (article,) = read_paths([tmp_path / "a.txt"], ReadSettings())
    assert article.text == text


def test_a_nul_leaves_the_offsets_as_they_are(tmp_path):
    (tmp_path / "a.txt").write_bytes(POLISH.encode().replace(b"most", b"mo\0t"))
    _, article = read_paths([tmp_path / "a.txt"], ReadSettings())
    assert article.text == POLISH.replace("most", "mo\N{REPLACEMENT CHARACTER}t")


def test_what_an_option_says_goes_first(tmp_path, good):
    settings = ReadSettings(published="2.11.2023", url="https://www.kurier.example/a", language="uk")
    (article,) = read_paths([good], settings)
    assert (article.published, article.outlet, article.language) == ("2023-11-02", "kurier.example", "uk")


def test_what_nobody_says_stays_unknown(good):
    (article,) = read_paths([good], ReadSettings())
    assert (article.published, article.title, article.url, article.outlet, article.byline) == (None,) * 5
    assert article.language == "pl"


@pytest.mark.parametrize("path", ["nothing.txt", "good.txt/inside", "a" * 300, "a\0b"])
def test_a_missing_path_is_a_problem_and_the_next_is_read(tmp_path, good, path):
    assert seen(f"{tmp_path}/{path}", good) == ["READ-MISSING", "article"]


def test_one_broken_line_among_a_thousand_costs_one_line(tmp_path):
    lines = [json.dumps({"text": f"{POLISH} {number}"}) for number in range(1000)]
    lines[499] = lines[499][:40]
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    problems = [thing for thing in read_paths([file], ReadSettings()) if isinstance(thing, Problem)]
    assert [(problem.code, problem.where) for problem in problems] == [("READ-JSON", f"{file}:500")]
    assert seen(file).count("article") == 999


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        (b"[1, 2]", ["READ-JSON"]),
        (b'{"title": "x"}', ["READ-JSON"]),
        (b'{"text": 7}', ["READ-JSON"]),
        (b'{"text": ""}', ["READ-EMPTY"]),
        (b"[" * 100_000, ["READ-JSON"]),
        (b'{"text": ' + b"9" * 5000 + b"}", ["READ-JSON"]),
        (b'{"text": "ab\\ud83d\\u0000"}', ["READ-CHARACTERS", "article"]),
        (b'{"text": "Most", "published": "2023-02-30"}', ["DATE-INVALID", "article"]),
        (b'{"text": "' + b"a" * 3000 + b'"}', ["READ-TOO-LARGE"]),
        (b"\xff\xfe\x00", ["READ-JSON"]),
        (b"   ", []),
    ],
)
def test_a_bad_line_costs_that_line_alone(tmp_path, line, codes):
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"text": "Most"}\n' + line + b'\n{"text": "Most"}\n')
    settings = ReadSettings(size_limit_bytes=2000 if b"aaaa" in line else 1_000_000)
    assert seen(file, settings=settings) == ["article", *codes, "article"]


def test_the_fields_of_a_line_may_have_other_names(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"body": POLISH, "day": "Thu, 04 Dec 2025 19:56:00 +0100", "title": "Most"}))
    (article,) = read_paths([file], ReadSettings(fields={"text": "body", "published": "day"}))
    assert (article.text, article.published, article.title) == (POLISH, "2025-12-04", "Most")


def test_lines_are_read_one_at_a_time(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text((json.dumps({"text": POLISH}) + "\n") * 3)
    found = read_paths([file], ReadSettings())
    next(found)
    with file.open("a") as more:  # it grows while we read: only what was there counts
        more.write(json.dumps({"text": POLISH}) + "\n")
    assert len(list(found)) == 2


@pytest.mark.parametrize(
    "data",
    [POLISH.encode(), b"\n " + json.dumps({"text": POLISH}).encode(), PAGE.encode()],
    ids=["text", "lines", "page"],
)
def test_standard_input_shows_what_it_is(data):
    assert seen("-", stdin=io.BufferedReader(io.BytesIO(data))) == ["article"]


def test_an_empty_standard_input_is_a_problem():
    assert seen("-", stdin=io.BufferedReader(io.BytesIO(b""))) == ["READ-EMPTY"]


def test_a_folder_is_read_in_order_and_says_what_it_passed_over(tmp_path, good):
    (tmp_path / "a.jpg").write_bytes(b"x")
    (tmp_path / ".hidden.txt").write_text(POLISH)
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "inside.html").write_text(PAGE)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "up").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert seen(tmp_path) == ["article", "READ-LOOP", "READ-LOOP", "article", "READ-SKIPPED"]


def test_a_broken_link_says_where_it_leads(tmp_path):
    (tmp_path / "a.txt").symlink_to("gone.txt")
    (problem, _) = read_paths([tmp_path], ReadSettings())
    assert (problem.code, problem.said) == ("READ-MISSING", "nothing is there: the link leads to gone.txt")


def test_a_folder_with_nothing_to_read_is_a_problem(tmp_path):
    assert seen(tmp_path) == ["READ-EMPTY"]


@pytest.mark.parametrize(("limit", "codes"), [(10, ["READ-TOO-LARGE"]), (1000, ["article"])])
def test_a_file_over_the_limit_is_passed_over(good, limit, codes):
    assert seen(good, settings=ReadSettings(size_limit_bytes=limit)) == codes
    assert seen(good, settings=ReadSettings(text_limit_chars=limit)) == codes


def test_a_page_over_its_limit_is_passed_over(tmp_path, good):
    (tmp_path / "a.html").write_text(PAGE)
    assert seen(tmp_path / "a.html", good, settings=ReadSettings(page_limit_chars=200)) == [
        "READ-TOO-LARGE",
        "article",
    ]


def test_a_stream_without_end_stops_at_the_limit():
    with open("/dev/zero", "rb") as stream:
        assert read_bytes(stream, "zero", 5000).code == "READ-TOO-LARGE"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is denied to the superuser")
def test_a_file_that_may_not_be_read_is_a_problem_and_the_next_is_read(tmp_path, good):
    (tmp_path / "a.txt").write_text(POLISH)
    (tmp_path / "a.txt").chmod(0)
    assert seen(tmp_path) == ["READ-DENIED", "article"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "READ-DENIED"),
        (errno.EIO, "READ-DENIED"),
        (errno.ENOENT, "READ-MISSING"),
        (errno.ELOOP, "READ-LOOP"),
    ],
)
def test_an_error_of_the_disk_is_a_problem(number, code):
    problem = disk_problem(OSError(number, os.strerror(number)), "a.txt")
    assert (problem.code, problem.where) == (code, "a.txt")


def test_a_memory_that_cannot_be_read_is_a_problem(good):
    # The start of a process's memory is unmapped: reading it fails for everybody.
    assert seen("/proc/self/mem", good) == ["READ-DENIED", "article"]


def test_a_name_that_is_no_utf_8_can_still_be_shown(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(path, "wb"):
        pass
    (problem,) = read_paths([os.fsdecode(path)], ReadSettings())
    assert problem.where.encode().endswith(rb"\xff.txt")


@pytest.mark.parametrize(
    "given",
    [
        {"encoding": "klingon"},
        {"encoding": "base64"},
        {"fields": {"body": "x"}},
        {"size_limit_bytes": 0},
        {"published": "2023-02-30"},
    ],
)
def test_settings_that_cannot_be_are_refused(given):
    with pytest.raises(BadUse):
        ReadSettings(**given)
