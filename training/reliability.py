"""Tell how far scores can be trusted: measures, a table and a plot of reliability, the page docs/scores.md.

In:   scores of claims that were held out of the fit, and whether each claim was right.
Out:  lines for people; Markdown; SVG, drawn by hand.
Not:  where the scores come from: training/scores.py.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from podobno.claim.scores import TRAITS

BINS = 10  # of equal width
HUNDRED = 100  # scores have two decimals: whole numbers of a hundredth fall into bins without error
SURE = 1.96  # standard errors on either side of a share that hold it in 19 of 20 cases
CUTS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7)  # least scores that the page tries
WIDTH, EDGE, SIDE = 460, 60, 340  # pixels: the picture, its left and upper edge, the square of the plot

PAGE = Path(__file__).parent / "scores-page.md"  # docs/scores.md with gaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Claims of some articles with their scores."""

    name: str  # which articles
    scores: Sequence[float]
    right: Sequence[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Claims of about one score."""

    low: float  # 0.0, 0.1, ...
    count: int  # claims, at least one
    score: float  # the mean of their scores
    share: float  # of them that were right

    def interval(self) -> tuple[float, float]:
        """Return the bounds of the share. Source: Wilson, 1927, Probable inference, the score interval."""
        spread = SURE * SURE / self.count
        middle = (self.share + spread / 2) / (1 + spread)
        half = SURE * math.sqrt(self.share * (1 - self.share) / self.count + spread / self.count / 4) / (1 + spread)
        return max(0.0, middle - half), min(1.0, middle + half)


def bins(scores: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """Return the bins that hold a claim, lowest first; a score of 1 falls into the last."""
    held: dict[int, list[tuple[float, bool]]] = {}
    for score, is_right in zip(scores, right, strict=True):
        held.setdefault(min(round(score * HUNDRED) // BINS, BINS - 1), []).append((score, is_right))
    return [_bin(number / BINS, pairs) for number, pairs in sorted(held.items())]


def _bin(low: float, pairs: Sequence[tuple[float, bool]]) -> Bin:
    count = len(pairs)
    return Bin(
        low=low,
        count=count,
        score=sum(score for score, _ in pairs) / count,
        share=sum(is_right for _, is_right in pairs) / count,
    )


def calibration_error(scores: Sequence[float], right: Sequence[bool]) -> float:
    """Return the expected calibration error: the mean distance of score and share, by claims."""
    return sum(one.count * abs(one.score - one.share) for one in bins(scores, right)) / len(scores)


def brier(scores: Sequence[float], right: Sequence[bool]) -> float:
    """Return the mean square of score minus outcome. Source: Brier, 1950."""
    return sum((score - is_right) ** 2 for score, is_right in zip(scores, right, strict=True)) / len(scores)


def ranking(scores: Sequence[float], right: Sequence[bool]) -> float:
    """Return how often a right claim has a higher score than a wrong one; ties count half."""
    good = [score for score, is_right in zip(scores, right, strict=True) if is_right]
    bad = [score for score, is_right in zip(scores, right, strict=True) if not is_right]
    wins = sum((one > other) + (one == other) / 2 for one in good for other in bad)
    return wins / max(len(good) * len(bad), 1)


def measures(scores: Sequence[float], right: Sequence[bool]) -> Iterator[str]:
    """Yield the measures as lines, then the table of reliability."""
    for name, value in _measures(scores, right):
        yield f"{name:44} {value:.3f}"
    yield f"{'score':>11} {'claims':>7} {'mean':>6} {'right':>6}"
    for one in bins(scores, right):
        yield f"{_range(one):>11} {one.count:7} {one.score:6.3f} {one.share:6.3f}"


def _measures(scores: Sequence[float], right: Sequence[bool]) -> Iterator[tuple[str, float]]:
    share = sum(right) / len(right)
    yield "expected calibration error, 10 bins", calibration_error(scores, right)
    yield "Brier score", brier(scores, right)
    yield "Brier score of one number for all", share * (1 - share)
    yield "right claim scored above wrong one", ranking(scores, right)


def _range(one: Bin) -> str:
    return f"{one.low:.1f} to {one.low + 1 / BINS:.1f}"


# The page


def page(trials: Sequence[Trial], articles: int, traits: Sequence[tuple[str, int, float]]) -> str:
    """Return docs/scores.md; trials: the fit first; traits: each with the number of its claims and its weight."""
    scores, right = trials[0].scores, trials[0].right
    return PAGE.read_text(encoding="utf-8").format(
        bins="\n".join(map(_bin_row, bins(scores, right))),
        claims=len(scores),
        articles=articles,
        right=sum(right),
        measures="\n".join(f"| {name} | {value:.3f} |" for name, value in _measures(scores, right)),
        trials="\n".join(map(_trial_row, trials)),
        cuts="\n".join(_cut_row(cut, scores, right) for cut in CUTS),
        traits="\n".join(f"| {name} | {TRAITS[name]} | {count} | {weight:+.2f} |" for name, count, weight in traits),
    )


def _bin_row(one: Bin) -> str:
    low, high = one.interval()
    return f"| {_range(one)} | {one.count} | {one.score:.2f} | {one.share:.2f} | {low:.2f} and {high:.2f} |"


def _trial_row(one: Trial) -> str:
    told, mean = len(one.scores), sum(one.scores) / len(one.scores)
    share, error = sum(one.right) / told, calibration_error(one.scores, one.right)
    return f"| {one.name} | {told} | {mean:.2f} | {share:.2f} | {error:.3f} | {ranking(one.scores, one.right):.2f} |"


def _cut_row(cut: float, scores: Sequence[float], right: Sequence[bool]) -> str:
    kept = [is_right for score, is_right in zip(scores, right, strict=True) if score >= cut]
    share = sum(kept) / max(len(kept), 1)
    return f"| {cut:.1f} | {len(kept) / len(scores):.0%} | {sum(kept) / max(sum(right), 1):.0%} | {share:.0%} |"


# The plot


def plot(scores: Sequence[float], right: Sequence[bool]) -> str:
    """Return the plot of reliability: a dot for each bin, the larger the more claims, on the line where all is well."""
    most = max(one.count for one in bins(scores, right))
    shapes = [*_frame(), *(shape for one in bins(scores, right) for shape in _dot(one, most))]
    style = 'font-family="sans-serif" font-size="12" text-anchor="middle"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {WIDTH}" width="{WIDTH}" {style}>'
    title = "<title>Scores against the share of claims that were right</title>"
    return "\n".join([head, title, f'<rect width="{WIDTH}" height="{WIDTH}" fill="white"/>', *shapes, "</svg>", ""])


def _across(score: float) -> float:
    return EDGE + score * SIDE


def _up(share: float) -> float:
    return EDGE + (1 - share) * SIDE


def _frame() -> Iterator[str]:
    for tenth in range(0, BINS + 1, 2):
        place, below = tenth / BINS, _up(0) + 18
        yield _line((place, 0), (place, 1), "#dddddd")
        yield _line((0, place), (1, place), "#dddddd")
        yield _words(_across(place), below, f"{place:.1f}")
        yield _words(EDGE - 18, _up(place) + 4, f"{place:.1f}")
    yield _line((0, 0), (1, 1), "#888888", 'stroke-dasharray="5 4"')
    yield _words(_across(0.5), _up(0) + 36, "score")
    yield _words(_across(0.2), EDGE - 14, "share of claims that were right")
    yield _words(
        _across(0.5), _up(0) + 57, "a dot: the claims of a tenth of the scores, and how many; bars: 19 in 20 times"
    )


def _dot(one: Bin, most: int) -> Iterator[str]:
    low, high = one.interval()
    radius = 3 + 7 * math.sqrt(one.count / most)
    yield _line((one.score, low), (one.score, high), "#1f5f99")
    yield f'<circle cx="{_across(one.score):.1f}" cy="{_up(one.share):.1f}" r="{radius:.1f}" fill="#1f5f99"/>'
    yield _words(_across(one.score), _up(high) - 6, str(one.count))


def _line(start: tuple[float, float], end: tuple[float, float], colour: str, more: str = "") -> str:
    ends = f'x1="{_across(start[0]):.1f}" y1="{_up(start[1]):.1f}" x2="{_across(end[0]):.1f}" y2="{_up(end[1]):.1f}"'
    return f'<line {ends} stroke="{colour}" {more}/>'.replace(" />", "/>")


def _words(across: float, down: float, words: str) -> str:
    return f'<text x="{across:.1f}" y="{down:.1f}">{words}</text>'
