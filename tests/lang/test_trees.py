"""A tree says which words are subjects, or names beside one."""

from podobno.lang.trees import grow_tree
from podobno.records.parsed import Syntax, Token


def test_a_name_beside_a_subject_is_one_and_a_name_beside_an_object_is_none():
    words = (
        ("dziennik", 2, "nsubj"),
        ("Nowiny", 0, "appos"),
        ("chwali", 2, "root"),
        ("wójta", 2, "obj"),
        ("Kosa", 3, "flat"),
    )
    tokens = tuple(
        Token(
            index=place,
            start=place,
            end=place + 1,
            form=form,
            lemma=form,
            upos="NOUN",
            feats={},
            head=head,
            dep=dep,
            sentence=0,
        )
        for place, (form, head, dep) in enumerate(words)
    )
    tree = grow_tree(Syntax(tokens=tokens, sentences=((0, len(tokens)),), names=()))
    assert [token.form for token in tokens if tree.is_subject(token)] == ["dziennik", "Nowiny"]
