"""Name countries, other territories and cities in several languages, as CLDR has them.

In:   codes of languages.
Out:  each name with the name in the first of the languages.
Not:  adjectives and inhabitants, which packs list; cities that give no time zone its name.
"""

from collections.abc import Iterator, Sequence


def territory_names(locales: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each name of a territory with its name in the first of the languages."""
    from babel import Locale

    known = [Locale.parse(locale).territories for locale in locales]
    for code, own in sorted(known[0].items()):
        for names in known:
            if code in names:
                yield names[code], own


def city_names(locales: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each name of a city by which a time zone is called, with its name in the first of the languages."""
    from babel import Locale

    known = [Locale.parse(locale).time_zones for locale in locales]
    for zone in sorted({str(zone) for names in known for zone in names}):
        english = zone.rpartition("/")[2].replace("_", " ")  # the name that CLDR leaves out where it is the zone's
        cities = [names[zone].get("city", english) if zone in names else english for names in known]
        for city in dict.fromkeys((*cities, english)):
            yield city, cities[0]
