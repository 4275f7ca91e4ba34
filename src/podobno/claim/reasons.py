"""What the rules of attribution say of themselves, one line each, for `podobno explain`.

In:   nothing.
Out:  RULES, WAYS, NAMINGS, STEPS, SIGNS: a key to a line in plain words.
Not:  which of them holds for a claim, which is claim/explain.py.
"""

# The rule that made the draft: Draft.rule.
RULES = {
    "aside": "the sentence round an aside that reports it",
    "backward": "the sentence before one that only says who stands by it",
    "clause": "a clause behind the reporting word, opened by a conjunction",
    "clause-purpose": "a clause of what shall be done, behind the reporting word",
    "continued": "sentences that go on with a quote before them",
    "evidential": "a clause that a word of hearsay hands on",
    "headline": "a headline: who, a colon, what",
    "named-as": "a thing together with what it is named as",
    "nominal": "a noun or infinitive that the reporting word takes",
    "quote-alone": "a quoted sentence that stands alone, without a reporting word",
    "source-phrase": "the clause beside a phrase that names its source",
    "speech-after": "quoted speech behind its reporting clause and a colon",
    "speech-after-unmarked": "speech without marks behind its reporting clause and a colon",
    "speech-before": "speech before its reporting clause",
}

# How the word for the speaker was found.
WAYS = {
    "agent": "the one by whom it is said, in a passive",
    "asked": "the cue asks, so who asks was looked for, not who answers",
    "carrier": "the heaviest of the nouns at the verb that brings the reporting noun",
    "document": "the document that the verb draws on, or the one whose document it is",
    "headline": "the first name before the colon",
    "moved": "the object of a verb of feeling: whom the reported clause moves",
    "none": "no word of the sentence names a speaker",
    "onward": "the heaviest noun points on to it: a relative word, or information of somebody",
    "owner": "whose word the reporting noun is",
    "quote-alone": "the one person whom the headline names beside the quote",
    "relied": "the one on whom the report says it relies",
    "source-phrase": "the noun of the phrase that names the source",
    "weighed": "the heaviest of the nouns of the reporting clause",
    "without": "no noun weighed enough; taken from what the reporting word hangs on",
}

# How the word came to a name.
NAMINGS = {
    "asker": "a medium named near, else those who ask in general",
    "earlier": "goes on with one named before, who agrees in number and gender",
    "later": "nobody was heard yet, so it goes to the one who is heard next",
    "medium": "nobody else is named, so the medium of the sentence speaks",
    "name": "the fullest name that the article gives",
    "nobody": "the report itself names nobody",
    "noun": "the phrase itself in its base form, as the article gives no name",
    "role": "a word that stands for one named elsewhere",
}

# Where a step of the chain comes from.
STEPS = {
    "before": "named before, and carried on",
    "medium": "a medium in the reporting sentence",
    "none": "not named in the article",
    "origin": "the speaker, as above",
    "report": "reports it in the report round this one",
}

# What decided how a claim is meant.
SIGNS = {
    "asks": "the cue asks",
    "feature": "a feature of a word",
    "list": "a word of a list of the pack",
    "negated": "the cue's own when it is negated",
    "nobody": "nobody is named",
    "own": "the cue's own",
    "rule": "what the rule gives this cue",
    "unsaid": "no word that says otherwise",
}
