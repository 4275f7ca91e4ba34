"""Text and Markdown files."""

import pytest

from podobno.read.text import read_markdown, read_text

BODY = "Most otwarto w środę."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Most otwarty\n\n{BODY}", "Most otwarty"),
        (f"\r\nMost otwarty?\r\n\r\n{BODY}\r\n", "Most otwarty?"),
        (f"date: 2023-11-02\nMost otwarty\n\n{BODY}", "Most otwarty"),
        (f"{BODY}\n\n{BODY}", None),
        (f"Most otwarty\n{BODY}", None),
        ("Most otwarty", None),
        ("x" * 500 + f"\n\n{BODY}", None),
        ("", None),
    ],
)
def test_a_short_first_line_before_a_blank_one_is_the_title(text, title):
    assert read_text(text, "a.txt").title == title


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f" date 2023-11 {BODY}", "2023-11"),
        (f"date: 2023-11-02\n{BODY}", "2023-11-02"),
        (f"DATA: 2.11.2023\n{BODY}", "2.11.2023"),
        (f"date 2023-02-30 {BODY}", "2023-02-30"),
        (f"{BODY} date 2023-11", None),
        (f"date 2023-1145 {BODY}", None),
        (f"dating 2023 {BODY}", None),
    ],
)
def test_a_leading_line_gives_the_date_as_written(text, date):
    assert read_text(text, "a.txt", ("data",)).published == date


@pytest.mark.parametrize("text", [" date 2023-11 \r\n" + BODY, "A\n\n e\u0301 \t\n", "# A\n\nb"])
def test_the_text_is_the_files_text_as_it_stands(text):
    assert read_text(text, "a.txt").text == text
    assert read_markdown(text, "a.md").text == text


def test_a_heading_is_the_title_of_a_markdown_file():
    assert read_markdown(f"Kurier\n\n# Most otwarty #\n\n{BODY}", "a.md").title == "Most otwarty"


def test_front_matter_goes_before_the_heading():
    text = f'---\ntitle: "Most"\ndate: 2024-05-02\nurl: https://kurier.example/a\nauthor:\n---\n# Inny\n\n{BODY}'
    draft = read_markdown(text, "a.md")
    assert (draft.title, draft.published, draft.url, draft.byline) == (
        "Most",
        "2024-05-02",
        "https://kurier.example/a",
        None,
    )
