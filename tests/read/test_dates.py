"""Dates as they are stated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podobno.read.dates import parse_date, url_date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2023-11-02", "2023-11-02"),
        ("2023-11", "2023-11"),
        ("2023", "2023"),
        (" 2023-1-2 ", "2023-01-02"),
        ("20231102", "2023-11-02"),
        ("2.11.2023", "2023-11-02"),
        ("2025-12-04 20:00:00", "2025-12-04"),
        ("2025-12-04T19:52:18.000Z", "2025-12-04"),
        ("Thu, 04 Dec 2025 19:56:00 +0100", "2025-12-04"),
        ("Thu, 04 Dec 2025 23:30:00 GMT", "2025-12-04"),
    ],
)
def test_a_stated_date_keeps_its_grain(written, date):
    assert parse_date(written) == date


@pytest.mark.parametrize(
    "written",
    [
        "2023-02-30",
        "2023-13",
        "2023-00",
        "0000",
        "30.02.2023",
        "",
        "wczoraj",
        "1701700000",
        "4 Dec 25",
        "(",
        "2023-11-",
    ],
)
def test_what_is_no_date_is_none(written):
    assert parse_date(written) is None


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_dates(text):
    date = parse_date(text)
    assert date is None or parse_date(date) == date


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://kurier.example/news/2025-12-04/most/", "2025-12-04"),
        ("https://kurier.example/2025/12/04/most.html", "2025-12-04"),
        ("https://kurier.example/2025/12/most.html", None),
        ("https://kurier.example/2025-13-04/most", None),
        ("https://kurier.example/a-1234567890", None),
    ],
)
def test_an_address_may_hold_the_day(url, date):
    assert url_date(url) == date
