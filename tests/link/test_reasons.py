"""Every kind, reason and rule of a link has its line on the page of links."""

import re

import pytest
from tests.rules.sources import REPO

from podobno.link.reasons import EVIDENCE_WORDS, LINK_WORDS
from podobno.records.links import LINK_KINDS

PAGE = (REPO / "docs/reference/links.md").read_text(encoding="utf-8")
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((REPO / "src/podobno/link").glob("*.py")))
CODES = sorted({*re.findall(r'Evidence\(code="([a-z-]+)"', CODE), "later"})


@pytest.mark.parametrize("word", [*LINK_KINDS, *CODES])
def test_a_kind_and_a_reason_have_their_line(word):
    assert f"\n| `{word}` |" in PAGE


@pytest.mark.parametrize("code", CODES)
def test_a_reason_is_said_in_words(code):
    assert EVIDENCE_WORDS[code]


def test_a_kind_is_said_in_words():
    assert LINK_WORDS.keys() == set(LINK_KINDS)
