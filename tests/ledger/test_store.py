"""The ledger: nothing twice, nothing lost, one writer and many readers."""

import gc
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.fakes import FakeClock

from podobno.ledger.check import check_ledger
from podobno.ledger.names import InChains
from podobno.ledger.opening import open_ledger
from podobno.ledger.schema import STEPS, migrate
from podobno.ledger.selections import Selection
from podobno.records.claims import Claim, Source
from podobno.records.clocks import Clocks
from podobno.records.entities import KindName
from podobno.records.entries import Maker
from podobno.records.errors import LedgerBusy, LedgerError
from podobno.records.problems import Problem
from podobno.records.readings import Reading
from podobno.records.text import Article, Span
from podobno.records.values import Figure, Found, Time

MAKER = Maker(program="podobno test", pack="pl 0", weights="none")


def a_reading(text="Wójt powiedział, że most pęka.", published="2024-05-15", role=None):
    article = Article(text=text, language="pl", published=published)
    claim = Claim(
        content=(Span(article=article.id, start=len(text) - 10, end=len(text) - 1),),
        mode="indirect",
        cue=None,
        speaker=None,
        chain=(Source(name="Łukasz Wójt", role=role),),
        stance="asserts",
        conditional=False,
        carried=False,
    )
    return Reading(article=article, found=Found(), claims=(claim,), problems=())


@pytest.fixture
def path(tmp_path):
    return tmp_path / "book.db"


def test_reading_an_article_twice_adds_nothing(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        first = ledger.record(a_reading(), MAKER, ["most pękać"])
        second = ledger.record(a_reading(), MAKER, ["most pękać"])
        assert (first.added, second.added) == (2, 0)
        assert ledger.has_reading(a_reading().article.id, MAKER)


def test_the_order_of_reading_changes_no_id(tmp_path):
    readings = [a_reading(), a_reading("Inny tekst o tym, że most pęka.")]
    ids = []
    for name, order in (("a", readings), ("b", readings[::-1])):
        with open_ledger(tmp_path / name, clock=FakeClock()) as ledger:
            for reading in order:
                ledger.record(reading, MAKER)
            ids.append({entry.id for entry in ledger.entries()})
    assert ids[0] == ids[1]


@pytest.mark.parametrize(("as_of", "count"), [("2023-10-31", 0), ("2023-11-29", 0), ("2023-11-30", 1), ("2024", 2)])
def test_a_month_counts_as_published_at_its_end(path, as_of, count):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(a_reading(published="2023-11"), MAKER)
        ledger.record(a_reading("Drugi tekst o tym, że most pęka."), MAKER)
        assert len(list(ledger.claims(Selection(clocks=Clocks(as_of=as_of))))) == count


def test_a_claim_is_found_by_a_whole_name_folded(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(a_reading(), MAKER)
        assert len(list(ledger.claims(Selection(by=("jan kowal", "lukasz wojt"))))) == 1
        assert list(ledger.claims(Selection(by=("wojt",)))) == list(ledger.claims(Selection(by=()))) == []


def scored(score):
    reading = a_reading()
    return replace(reading, claims=(replace(reading.claims[0], score=score),))


def test_a_claim_has_the_score_of_its_newest_reading_and_one_id(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(scored(0.3), MAKER)
        first = next(ledger.claims(Selection()))
        ledger.record(scored(0.7), replace(MAKER, pack="pl 1"))
        (second,) = ledger.claims(Selection())
        (then,) = ledger.claims(Selection(clocks=Clocks(known=first.recorded)))
        assert (first.claim.score, second.claim.score, then.claim.score) == (0.3, 0.7, 0.3)
        assert first.id == second.id
        assert list(ledger.claims(Selection(min_score=0.5, clocks=Clocks(known=first.recorded)))) == []
        assert len(list(ledger.claims(Selection(min_score=0.5)))) == 1


def test_names_come_with_their_roles(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(a_reading(), MAKER)
        ledger.record(a_reading("Drugi tekst o tym, że most pęka.", role="wójt gminy"), MAKER)
        assert sorted(ledger.names()) == [("lukasz wojt", "wójt gminy"), ("lukasz wojt", "Łukasz Wójt")]


def an_older_ledger(path, version, reading):
    """Make a ledger with the tables of an older version."""
    newer = path.with_name("newer.db")
    with open_ledger(newer, clock=FakeClock()) as ledger:
        ledger.record(reading, MAKER, ["most"])
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        migrate(old, STEPS[:version])
        old.execute(f"ATTACH '{newer}' AS newer")
        for table in ("entry", "made", "article", *["name"] * (version > 1)):
            old.execute(f"INSERT INTO {table} SELECT * FROM newer.{table}")
        if version > 2:
            for table in ("reading", "claim"):
                old.execute(f"INSERT INTO {table} SELECT * FROM newer.{table}")
            old.execute("INSERT INTO speaker SELECT folded, place, step, name FROM newer.speaker")
            return
        claims = "newer.claim c JOIN newer.entry e ON e.id = c.id"
        speakers = f"SELECT c.id, s.name, s.folded, s.step FROM {claims} JOIN newer.speaker s USING (place)"
        old.execute(f"INSERT INTO speaker {speakers}")
        words = f"SELECT e.number, w.lemmas FROM {claims} JOIN newer.word w ON w.rowid = c.place"
        old.execute(f"INSERT INTO word (rowid, lemmas) {words}")


def test_a_ledger_of_the_first_version_gets_its_roles(path):
    an_older_ledger(path, 1, a_reading(role="wójt gminy"))
    with open_ledger(path, clock=FakeClock()) as ledger:
        assert sorted(ledger.names()) == [("lukasz wojt", "wójt gminy"), ("lukasz wojt", "Łukasz Wójt")]


def test_a_ledger_of_the_third_version_gets_the_roles_of_its_chains_and_who_found_its_names(path):
    reading = a_reading(role="wójt gminy")
    an_older_ledger(path, 3, reading)
    name = KindName("Łukasz Wójt", "person")
    with closing(sqlite3.connect(path)) as old:
        old.execute("INSERT INTO named VALUES (?, ?, ?)", (*name, reading.article.id))
        old.execute("INSERT INTO alike VALUES ('a key', ?, ?)", name)
        old.commit()
    with open_ledger(path, clock=FakeClock()) as ledger:
        assert list(ledger.links.names.sharing(["a key"])) == [name]
        assert ledger.links.names.articles([name]) == 1
        assert ledger.links.names.in_chains([name]) == InChains(claims=1, articles=1, roles=("wójt gminy",))


def test_a_ledger_of_the_third_version_finds_figures_by_what_they_count(path):
    reading = a_reading("Wójt powiedział, że Lwów ma 3 mosty.")
    start = reading.article.text.index("3")
    three = Figure(
        span=Span(article=reading.article.id, start=start, end=start + len("3 mosty")),
        low=Decimal(3),
        high=Decimal(3),
        approximate=False,
        unit="most",
        per=None,
        kind="count",
    )
    content = Span(article=reading.article.id, start=start - len("Lwów ma "), end=start + len("3 mosty"))
    claim = replace(reading.claims[0], content=(content,), figures=(three,))
    an_older_ledger(path, 3, replace(reading, claims=(claim,)))
    with open_ledger(path, clock=FakeClock()) as ledger:
        held = {
            words: len(list(ledger.claims(Selection(counting=(words,))))) for words in ("most", "mosty", "", "lwow")
        }
    assert held == {"most": 1, "mosty": 1, "": 1, "lwow": 0}


def test_an_article_with_a_problem_is_tried_again(path):
    reading = a_reading()
    problem = Problem(code="CLAIM-FAILED", where="a.txt", said="it broke", did="kept the article")
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(replace(reading, claims=(), problems=(problem,)), MAKER)
        assert not ledger.has_reading(reading.article.id, MAKER)
        ledger.record(reading, MAKER)
        assert ledger.has_reading(reading.article.id, MAKER)


@pytest.mark.parametrize(
    ("place", "clock", "words"),
    [
        ("missing/book.db", FakeClock(), "there is no folder"),
        ("", FakeClock(), "is a folder"),
        ("", None, "is a folder"),
        ("missing/book.db", None, "there is no ledger"),
    ],
)
def test_a_place_that_can_hold_no_ledger_is_told(tmp_path, place, clock, words):
    with pytest.raises(LedgerError, match=words):
        open_ledger(tmp_path / place, clock=clock)


def test_a_damaged_page_of_the_file_is_seen(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        for number in range(40):
            ledger.record(a_reading(f"Tekst {number}: {'dom ' * 200}most pęka."), MAKER)
    with closing(sqlite3.connect(path)) as database:
        (page,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry_kind'").fetchone()
        (size,) = database.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    data[page * size - 200 : page * size] = bytes(200)
    path.write_bytes(data)
    with open_ledger(path) as ledger:
        assert "LEDGER-FILE" in {problem.code for problem in check_ledger(ledger)}


@pytest.mark.filterwarnings("error")  # pytest warns of what Python can only print: an exception that nobody can catch
def test_a_question_that_fails_half_way_leaves_nothing_behind(path):
    changed(path, "UPDATE entry SET body = '{' WHERE kind = 'claim'")
    with pytest.raises(LedgerError), open_ledger(path) as ledger:
        list(ledger.claims(Selection()))
    gc.collect()


def test_all_is_well_in_a_fresh_ledger_and_a_changed_text_is_seen(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(a_reading(), MAKER)
        assert list(check_ledger(ledger)) == []
    with sqlite3.connect(path) as database:
        database.execute("UPDATE entry SET body = replace(body, 'most', 'dom') WHERE kind = 'article'")
    with open_ledger(path) as ledger:
        assert {problem.code for problem in check_ledger(ledger)} >= {"LEDGER-ID"}


def test_a_second_writer_is_told_to_wait(path):
    with open_ledger(path, clock=FakeClock()) as one, open_ledger(path, clock=FakeClock(), wait_s=0.1) as other:
        with one._database.transaction(), pytest.raises(LedgerBusy, match="another process"):
            other.record(a_reading(), MAKER)
        assert other.record(a_reading(), MAKER).added == 2


def test_a_reader_sees_what_was_there_while_another_writes(path):
    with open_ledger(path, clock=FakeClock()) as writer:
        writer.record(a_reading(), MAKER)
        with writer._database.transaction(), open_ledger(path) as reader:
            assert reader.counts() == {"article": 1, "claim": 1}


@pytest.mark.parametrize("content", [b"no database at all, just words" * 100, b""])
def test_a_file_that_is_no_ledger_is_told(path, content):
    path.write_bytes(content)
    with pytest.raises(LedgerError):
        open_ledger(path)


def test_a_ledger_of_a_newer_program_is_told(path):
    with open_ledger(path, clock=FakeClock()):
        pass
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(LedgerError, match="newer"):
        open_ledger(path, clock=FakeClock())


def test_a_missing_ledger_is_told_with_what_to_do(path):
    with pytest.raises(LedgerError, match="podobno read"):
        open_ledger(path)


def test_a_full_disk_is_told_and_nothing_recorded_is_lost(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(a_reading(), MAKER)
        (pages,) = ledger._database.one("PRAGMA page_count")
        ledger._database.one(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerError, match="full"):
            ledger.record(a_reading("most " * 100_000 + "pęka od maja."), MAKER)
        assert ledger.counts() == {"article": 1, "claim": 1}


def test_killed_in_the_middle_it_opens_with_everything_that_was_acknowledged(path):
    program = textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from tests.fakes import FakeClock
        from tests.ledger.test_store import MAKER, a_reading
        from podobno.ledger.opening import open_ledger
        with open_ledger(Path({str(path)!r}), clock=FakeClock()) as ledger:
            for number in range(100000):
                ledger.record(a_reading(f"Tekst {{number}}: most pęka."), MAKER)
                print(number, flush=True)
    """)
    running = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    for _ in range(20):
        last = int(running.stdout.readline())
    os.kill(running.pid, signal.SIGKILL)
    last = max([last, *map(int, running.stdout.read().split())])
    running.wait()
    with open_ledger(path) as ledger:
        assert ledger.counts()["article"] >= last + 1
        assert list(check_ledger(ledger)) == []


def changed(path, statement):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(a_reading(), MAKER, ["most pękać"])
    with closing(sqlite3.connect(path)) as database:
        database.execute(statement)
        database.commit()


def test_a_reader_is_told_of_a_newer_program(path):
    changed(path, "PRAGMA user_version = 99")
    with pytest.raises(LedgerError, match="newer"):
        open_ledger(path)


def test_a_reader_is_told_of_an_older_version(path):
    changed(path, "PRAGMA user_version = 0")
    with pytest.raises(LedgerError, match="older"):
        open_ledger(path)


@pytest.mark.parametrize("clock", [None, FakeClock()])
def test_a_stranger_s_database_is_refused_and_left_as_it_is(path, clock):
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE entry (number)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="no ledger"):
        open_ledger(path, clock=clock)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "change", ["'{'", "'7'", "replace(body, 'asserts', 'sings')", "replace(body, '\"start\":', '\"start\":99')"]
)
def test_a_claim_that_is_no_record_any_more_is_told_and_the_rest_is_checked(path, change):
    changed(path, f"UPDATE entry SET body = {change} WHERE kind = 'claim'")
    with open_ledger(path) as ledger:
        assert [(problem.code, problem.where.split()[0]) for problem in check_ledger(ledger)] == [
            ("LEDGER-ID", "claim")
        ]
        with pytest.raises(LedgerError, match="podobno check"):
            list(ledger.claims(Selection()))


def test_a_truncated_ledger_is_told(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        for number in range(40):
            ledger.record(a_reading(f"Tekst {number}: {'dom ' * 200}most pęka."), MAKER)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(LedgerError, match="damaged"), open_ledger(path) as ledger:
        list(check_ledger(ledger))


def test_two_that_make_the_ledger_at_once_both_can(path):
    start = threading.Barrier(4)

    def make(number):
        start.wait()
        with open_ledger(path, clock=FakeClock()) as ledger:
            ledger.record(a_reading(f"Tekst {number}: most pęka."), MAKER)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(make, range(4)))
    with open_ledger(path) as ledger:
        assert ledger.counts() == {"article": 4, "claim": 4}


def test_a_migration_that_fails_changes_nothing(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(a_reading(), MAKER)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        with pytest.raises(sqlite3.OperationalError):
            migrate(database, (*STEPS, "CREATE TABLE later (id TEXT); CREATE TABLE entry (id TEXT)"))
        assert database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'later'").fetchone() == (0,)
    with open_ledger(path) as ledger:
        assert ledger.counts() == {"article": 1, "claim": 1}


def test_a_new_step_keeps_what_was_recorded(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(a_reading(), MAKER)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        migrate(database, (*STEPS, "CREATE TABLE later (id TEXT)"))
        assert database.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)
        assert database.execute("SELECT count(*) FROM entry").fetchone() == (2,)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody who may not write")
def test_a_ledger_in_a_folder_that_may_not_be_written_can_be_read(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(a_reading(), MAKER)
    for folder in (path.parent, path.parent.parent, path.parent.parent.parent):
        folder.chmod(0o755)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setuid(65534)
            with open_ledger(path) as ledger:
                code = int(ledger.counts() != {"article": 1, "claim": 1})
            with pytest.raises(LedgerError):
                open_ledger(path, clock=FakeClock())
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_half_a_character_is_kept_as_it_came(path):
    reading = a_reading("Zdanie \ud800 o tym, że most pęka.")
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(reading, MAKER, ["\ud800 most"])
        assert ledger.article(reading.article.id) == reading.article
        assert list(check_ledger(ledger)) == []


def timed(said=None, *about):
    """A reading whose claim was said on a day, and speaks of times."""
    reading = a_reading()
    (claim,) = reading.claims
    times = tuple(Time(span=claim.content[0], value="x", begin=begin, end=end) for begin, end in about)
    return replace(reading, claims=(replace(claim, said=said, about=times),))


@pytest.mark.parametrize(
    ("days", "is_seen"),
    [
        ("2024-05-01", True),
        ("2024-05", True),
        ("2024-04-30/2024-05-02", True),
        ("2024-05-02", False),
        ("../2024", True),
    ],
)
def test_what_was_said_within_the_days_is_seen(path, days, is_seen):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(timed("2024-05-01"), MAKER)
        assert len(list(ledger.claims(Selection(clocks=Clocks(said=days))))) == int(is_seen)


def test_what_does_not_tell_when_is_not_said_then(path):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(timed(), MAKER)
        assert list(ledger.claims(Selection(clocks=Clocks(said="2024")))) == []


@pytest.mark.parametrize(("days", "is_seen"), [("2024-06", True), ("2030", True), ("2024-05", False)])
def test_what_speaks_of_an_open_time_is_about_all_of_it(path, days, is_seen):
    with open_ledger(path, clock=FakeClock()) as ledger:
        ledger.record(timed(None, ("2024-06-10", None)), MAKER)
        assert len(list(ledger.claims(Selection(clocks=Clocks(about=days))))) == int(is_seen)


def test_a_ledger_of_the_second_version_gets_its_days_words_and_heads(path):
    reading = timed("2024-05", ("2024-06-10", None))
    an_older_ledger(path, 2, reading)
    with open_ledger(path, clock=FakeClock()) as ledger:
        asked = [Selection(clocks=Clocks(said="2024-05")), Selection(clocks=Clocks(about="2024-07"))]
        for selection in (*asked, Selection(words=(("most",),)), Selection(by=("lukasz wojt",)), Selection()):
            assert [kept.claim.content for kept in ledger.claims(selection)] == [reading.claims[0].content]
        assert list(ledger.articles_named(reading.article.text.split()[0], 2)) == [reading.article]
