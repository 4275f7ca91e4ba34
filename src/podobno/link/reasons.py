"""Say in words what a link and its evidence mean.

In:   nothing.
Out:  a phrase for each kind of link, for each code of evidence and for each reason of names, for people.
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
}
NAME_WORDS = {  # of a name: what it is to another name of its entity
    "acronym": "the initials of",
    "alias": "another name of",
    "alphabet": "in another alphabet, like",
    "given": "the first name of",
    "inflected": "an inflected form of",
    "initial": "with an initial, like",
    "middle": "with or without the middle name, like",
    "misspelt": "perhaps a slip for",
    "name": "the same as",
    "short": "short for",
    "spelling": "another spelling of",
    "surname": "the surname of",
    "variant": "with a variant of the first name, like",
    "words": "the same words as",
}
