"""The other names of bodies and places, and what stands for a country: from the pack and from CLDR.

In:   a pack; how a name is written as it sounds.
Out:  Aliases, read once and never changed.
Not:  people; which names are one entity: link/entities.py.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from podobno.lang.pack import Pack
from podobno.lang.territories import city_names, territory_names

ADJECTIVE, INHABITANTS, CAPITAL, SEAT = "adjective", "inhabitants", "capital", "seat"  # what stands for a country


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliases:
    """Other names, as they sound, with the key of the entity that they name."""

    keys: Mapping[str, str]  # any name to its entity's key; a key to itself
    seconds: Mapping[str, str]  # names that are so only in an article that names the entity otherwise, too
    countries: frozenset[str]  # keys of countries and other territories
    powers: Mapping[str, str]  # capital or seat of power to the country's key
    inhabitants: Mapping[str, str]  # the same of a country's people
    phrases: tuple[tuple[str, str], ...]  # as written: adjective or name of a country, with its key
    nicknames: tuple[tuple[str, str], ...]  # the same of other names, some of which are common words: "Stany"


def read_aliases(pack: Pack, plain: Callable[[str], str]) -> Aliases:
    """Read the other names; where a pack and CLDR differ the pack is right."""
    locales = pack.rules["entities"]["locales"]
    territories = list(territory_names(locales))
    keys = {plain(name): plain(own) for name, own in territories}
    countries = frozenset(keys.values())
    for city, own in city_names(locales):
        keys.setdefault(plain(city), keys.get(plain(own), plain(own)))
    listed = [(row["form"], plain(row["name"]), row["second"]) for row in pack.lexicon("aliases")]
    # A pack says of a name that it is its own where another language has it for something else: "Georgia".
    keys.update((plain(form), full if plain(form) == full else keys.get(full, full)) for form, full, _ in listed)
    seconds = {plain(form): keys.pop(plain(form)) for form, _, second in listed if second}
    for key in sorted({*keys.values(), *seconds.values()}):
        keys.setdefault(key, key)
    named = [(name, keys[plain(name)]) for name, _ in territories]
    others = [(form, keys[plain(form)]) for form, _, second in listed if not second]
    stands = {what: dict(_stand(pack, plain, what)) for what in (ADJECTIVE, INHABITANTS, CAPITAL, SEAT)}
    return Aliases(
        keys=keys,
        seconds=seconds,
        countries=countries,
        powers={plain(form): keys.get(key, key) for what in (CAPITAL, SEAT) for form, key in stands[what].items()},
        inhabitants={plain(form): keys.get(key, key) for form, key in stands[INHABITANTS].items()},
        phrases=(*named, *((form, keys.get(key, key)) for form, key in stands[ADJECTIVE].items())),
        nicknames=tuple((form, key) for form, key in others if key in countries),
    )


def _stand(pack: Pack, plain: Callable[[str], str], what: str) -> Iterator[tuple[str, str]]:
    for row in pack.lexicon("countries"):
        if row["is"] == what:
            yield row["form"], plain(row["country"])
