"""What one pass over one article gives.

In:   nothing.
Out:  Reading.
Not:  how it is kept, which is records/entries.py.
"""

from dataclasses import dataclass

from podobno.records.claims import Claim
from podobno.records.problems import Problem
from podobno.records.text import Article
from podobno.records.values import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article with all that the stages found in it."""

    article: Article
    found: Found  # empty where the article could not be parsed
    claims: tuple[Claim, ...]  # in text order of their first span
    problems: tuple[Problem, ...]  # what could not be done; the rest stands
