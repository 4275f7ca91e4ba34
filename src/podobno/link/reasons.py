"""Say in words what a link and its evidence mean.

In:   nothing.
Out:  a phrase for each kind of link and for each code of evidence, for people.
Not:  which evidence a link has: the other modules of link.
"""

LINK_WORDS = {
    "same": "reports the same words as",
    "agrees": "agrees with",
    "conflicts": "conflicts with",
    "denies": "denies",
    "succeeds": "succeeds",
    "copy": "shares passages with",
    "story": "tells the same story as",
}
EVIDENCE_WORDS = {
    "passage": "the same passage",
    "speaker": "the same speaker",
    "words": "the same words",
    "figure": "the figure",
    "medium": "the same medium",
    "day": "the same day or the next",
    "quality": "what it is said to be",
    "later": "said later",
}
