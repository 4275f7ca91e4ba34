"""Trees that annotators checked: each line is a tree, and finds its sentence again."""

from pathlib import Path

import spacy
from training.checked import checked_sentences, digest_of, read_checked
from training.names import Document, Named

WORDS = ("Strażacy", "zaprzeczyli", ".")
LINE = "./1-1\t0\t{digest}\t*1:nsubj 1:root 1:punct\n"


def test_every_line_of_the_file_is_a_tree() -> None:
    broken = [(tree.key, tree.sentence) for tree in read_checked() if not is_tree([head for head, _ in tree.links])]
    assert broken == []


def test_the_root_and_no_other_word_is_called_so() -> None:
    told = [
        (tree.key, tree.sentence)
        for tree in read_checked()
        if any((place == head) != (dep == "root") for place, (head, dep) in enumerate(tree.links))
    ]
    assert told == []


def test_a_sentence_is_known_again_by_its_words(tmp_path: Path) -> None:
    path = tmp_path / "checked.tsv"
    path.write_text(LINE.format(digest=digest_of(WORDS)), encoding="utf-8")
    trees = list(read_checked(path))
    (sentence,) = checked_sentences(spacy.blank("xx"), [document(WORDS)], trees)
    assert [(word.form, word.head, word.dep) for word in sentence] == [
        ("Strażacy", 1, "nsubj"),
        ("zaprzeczyli", 1, "root"),
        (".", 1, "punct"),
    ]
    assert trees[0].decided == {0}


def test_a_sentence_that_has_changed_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "checked.tsv"
    path.write_text(LINE.format(digest=digest_of(WORDS)), encoding="utf-8")
    assert (
        list(checked_sentences(spacy.blank("xx"), [document(("Strażacy", "milczeli", "."))], read_checked(path))) == []
    )


def document(words: tuple[str, ...]) -> Document:
    return Document(key="./1-1", sentences=(tuple(Named(form=word, name="O") for word in words),))


def is_tree(heads: list[int]) -> bool:
    roots = [place for place, head in enumerate(heads) if place == head]
    if len(roots) != 1 or not all(0 <= head < len(heads) for head in heads):
        return False
    for start in range(len(heads)):
        place, seen = start, set()
        while heads[place] != place and place not in seen:
            seen.add(place)
            place = heads[place]
        if heads[place] != place:
            return False
    return True
