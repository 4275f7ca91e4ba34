"""Cut a long article into parts, so that no page is heavier than a browser likes.

In:   a text.
Out:  where its parts begin and end; in which of them a place lies.
Not:  the paragraphs of a part: show/web/stretches.py.
"""

PART_CHARS = 30_000  # with a claim every hundred letters some 400 kB of page; hardly any news text is longer
SEARCH_CHARS = 2_000  # beyond which a part ends in the middle of a line


def part_bounds(text: str, part: int) -> tuple[int, int]:
    """Return start and end of a part, from 1; one that the text does not have is empty."""
    return _cut(text, part - 1), _cut(text, part)


def count_parts(text: str) -> int:
    """Return how many parts a text has, at least one."""
    return max(1, part_of(text, len(text) - 1))


def part_of(text: str, place: int) -> int:
    """Return the part in which a place of the text lies, from 1."""
    near = max(place, 0) // PART_CHARS + 1
    return near - 1 if near > 1 and place < _cut(text, near - 1) else near


def _cut(text: str, number: int) -> int:
    """Return where a part ends: at the first end of a line from a multiple of PART_CHARS on."""
    place = number * PART_CHARS
    if number == 0 or place >= len(text):
        return min(place, len(text))
    line = text.find("\n", place, place + SEARCH_CHARS)
    return place if line < 0 else line + 1
