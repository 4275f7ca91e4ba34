"""What all pages share: the ledger's file, base forms, phrases, templates.

In:   the ledger's file.
Out:  Site.
Not:  one request: show/web/visits.py.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import Lock

from jinja2 import Environment, PackageLoader, StrictUndefined

from podobno.ask.firsthand import FirstHand, open_firsthand
from podobno.ask.names import Lemmas
from podobno.ask.origins import Knowing, sources_of
from podobno.lang.pack import open_pack
from podobno.ledger.opening import open_ledger
from podobno.ledger.store import Ledger
from podobno.link.entitygrammar import EntityGrammar
from podobno.link.furniture import Furniture, open_furniture
from podobno.link.grammar import LinkGrammar, open_linking
from podobno.read.origins import BylineRules, byline_rules
from podobno.records.claims import STANCES
from podobno.records.judgements import CREDIBILITY, RELIABILITY
from podobno.run.clock import SystemClock
from podobno.run.words import open_lemmas, open_names
from podobno.show.web.addresses import outside
from podobno.show.web.desk import Desk
from podobno.show.web.explaining import Explainer
from podobno.show.web.phrases import Phrases, open_phrases
from podobno.show.web.reader import ArticleReader
from podobno.show.web.shelf import Shelf
from podobno.show.words import ELLIPSIS, SIGNS, is_doubtful

DEFAULT_LANGUAGE = "pl"  # of the pages
PACK = "pl"  # of the articles
STATIC = "show/web/static"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the pages need of a language beside base forms; it needs no weights."""

    firsthand: FirstHand
    linking: LinkGrammar
    names: EntityGrammar
    furniture: Furniture
    bylines: BylineRules | None

    def knowing(self, ledger: Ledger) -> Knowing:
        """Return what telling origins needs: the language, and the names of the articles at hand."""
        return Knowing(firsthand=self.firsthand, same_source=sources_of(ledger, self.linking))


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What all pages share."""

    path: Path
    lemmas: Lemmas
    phrases: dict[str, Phrases]  # by language
    templates: Environment
    shelf: Shelf
    reading: Reading
    explainer: Explainer
    desk: Desk | None = None  # None: pages only read

    def open(self) -> Ledger:
        """Open the ledger to be read: for one request, since a connection belongs to one thread."""
        return open_ledger(self.path)

    def open_to_write(self) -> Ledger:
        """Open the ledger to be written, for one request; it waits for another writer, and says so in the end."""
        return open_ledger(self.path, clock=SystemClock())


def open_site(path: Path, *, is_writable: bool = False) -> Site:
    """Return the site of a ledger; one that cannot be opened raises LedgerError."""
    open_ledger(path).__exit__(None, None, None)
    lemmas = _one_at_a_time(open_lemmas())
    return Site(
        path=path,
        lemmas=lemmas,
        phrases=open_phrases(),
        templates=open_templates(),
        shelf=Shelf(path),
        reading=_open_reading(lemmas),
        explainer=Explainer(),
        desk=Desk(reader=ArticleReader(path)) if is_writable else None,
    )


def _open_reading(lemmas: Lemmas) -> Reading:
    pack = open_pack(PACK)
    return Reading(
        firsthand=open_firsthand(pack, lemmas),
        linking=open_linking(pack),
        names=open_names(PACK),
        furniture=open_furniture(pack),
        bylines=byline_rules(pack),
    )


def _one_at_a_time(lemmas: Lemmas) -> Callable[[str], tuple[str, ...]]:
    """The dictionary holds state while it looks up a word."""
    lock = Lock()

    def look_up(text: str) -> tuple[str, ...]:
        with lock:
            return lemmas(text)

    return look_up


def open_templates() -> Environment:
    """Return what fills the templates in; text is always escaped."""
    loader = PackageLoader("podobno", "show/web/templates")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["outside"] = outside
    environment.globals |= {
        "RELIABILITY": RELIABILITY,
        "CREDIBILITY": CREDIBILITY,
        "SIGNS": SIGNS,
        "STANCES": STANCES,
        "ELLIPSIS": ELLIPSIS,
        "is_doubtful": is_doubtful,
        "version": static_version(),
    }
    return environment


def static_version() -> str:
    """Return a mark that changes with the files that a browser keeps."""
    folder = files("podobno").joinpath(STATIC)
    contents = [file.read_bytes() for file in sorted(folder.iterdir(), key=lambda file: file.name)]
    return sha256(b"".join(contents)).hexdigest()[:8]
