"""What reading needs of the settings and of every pack, made ready once.

In:   settings, and the packs that are installed.
Out:  ReadRules.
Not:  how a rule is used, which is read/charsets.py and read/origins.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from podobno.lang.pack import Pack, open_pack, pack_codes
from podobno.read.charsets import Charset, pack_charsets
from podobno.read.origins import BylineRules, byline_rules
from podobno.read.settings import ReadSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRules:
    """Settings and pack rules together."""

    settings: ReadSettings
    charsets: tuple[Charset, ...]  # of all packs: the language is not known before the text is
    bylines: Mapping[str, BylineRules]  # language code to its rules; a pack may have none
    date_labels: tuple[str, ...]  # words before a date at the start of a text, of all packs


def open_rules(settings: ReadSettings) -> ReadRules:
    """Read the rules of every pack that is installed."""
    packs = tuple(open_pack(code) for code in pack_codes())
    bylines = dict(_bylines(packs))
    return ReadRules(
        settings=settings,
        charsets=pack_charsets(packs),
        bylines=bylines,
        date_labels=tuple(label for rules in bylines.values() for label in rules.date_labels),
    )


def _bylines(packs: tuple[Pack, ...]) -> list[tuple[str, BylineRules]]:
    pairs = ((pack.code, byline_rules(pack)) for pack in packs)
    return [(code, rules) for code, rules in pairs if rules is not None]
