"""Name countries and other territories in several languages, as CLDR has them.

In:   codes of languages.
Out:  each territory's names, the first language's first.
Not:  adjectives and inhabitants, which packs list; cities.
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
