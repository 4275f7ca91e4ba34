"""What `podobno check` sees in links, judgements and sketches."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from tests.books import make_book
from tests.ledger.test_store import a_reading

from podobno.ledger.check import check_ledger
from podobno.ledger.opening import open_ledger
from podobno.records.text import Span


@pytest.fixture
def path(tmp_path):
    reading = a_reading()
    (claim,) = reading.claims
    other = replace(claim, content=(Span(article=reading.article.id, start=0, end=5),))
    return make_book(tmp_path / "book.db", [(replace(reading, claims=(claim, other)), 3)])


def problems(path, statement):
    with closing(sqlite3.connect(path)) as database:
        database.execute(statement)
        database.commit()
    with open_ledger(path) as ledger:
        return {(problem.code, problem.where.split()[0]) for problem in check_ledger(ledger)}


def test_all_is_well_with_links_judgements_and_sketches(path):
    assert problems(path, "SELECT 1") == set()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM entry WHERE kind = 'claim'", ("LEDGER-END", "link")),
        ("DELETE FROM entry WHERE kind = 'claim'", ("LEDGER-END", "judgement")),
        ("DELETE FROM entry WHERE kind = 'judgement' AND body LIKE '%chain%'", ("LEDGER-END", "judgement")),
        ("DELETE FROM entry WHERE kind = 'article'", ("LEDGER-END", "sketch")),
        (
            """UPDATE entry SET body = replace(body, '"end":', '"end":99') WHERE kind = 'link'""",
            ("LEDGER-SPAN", "link"),
        ),
        (
            """UPDATE entry SET body = replace(body, '"article":"', '"article":"0') WHERE kind = 'link'""",
            ("LEDGER-SPAN", "link"),
        ),
        ("UPDATE entry SET body = replace(body, 'same', 'like') WHERE kind = 'link'", ("LEDGER-ID", "link")),
        ("UPDATE entry SET body = replace(body, 'Anna', 'Jan') WHERE kind = 'judgement'", ("LEDGER-ID", "judgement")),
        ("UPDATE sketch SET body = '{'", ("LEDGER-ID", "sketch")),
        ("""UPDATE sketch SET body = '{"claims":[{"id":"0"}]}'""", ("LEDGER-END", "sketch")),
    ],
)
def test_what_was_changed_by_hand_is_seen(path, statement, problem):
    assert problem in problems(path, statement)
