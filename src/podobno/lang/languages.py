"""Tell in which language a text is written.

In:   a text.
Out:  an ISO 639-1 code of LANGUAGES, or None where the text does not tell.
Not:  whether there is a pack for it, which is lang/pack.py.
"""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# More than there are packs for: a German text must not come out as the nearest language that has one.
LANGUAGES = (
    "be", "bg", "cs", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "it", "lt", "lv", "nl", "pl", "pt",
    "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk",
)  # fmt: skip
HEAD_CHARS = 1500  # more text does not change the answer, and costs time
LEAST_LETTERS = 12  # clips of 20 characters of Polish news: 613 told, 98 left open, 1 wrong
LEAST_SCORE = 0.7  # of 1: below it the second-best language is nearly as likely

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def tell_language(text: str) -> str | None:
    """Return the language of a text, or None where it is too short or holds too few words to tell."""
    words = " ".join(_WORD.findall(_ADDRESS.sub(" ", text[:HEAD_CHARS])))
    if sum(not letter.isspace() for letter in words) < LEAST_LETTERS:
        return None
    code, score = _identifier().classify(words)
    return str(code) if score >= LEAST_SCORE else None


@cache
def _identifier() -> LanguageIdentifier:
    # Loaded at the first call and never changed: the library's own global one could be changed by anybody.
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier
