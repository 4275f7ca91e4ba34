def test_a_line_broken_to_fit_a_width_is_one_sentence(stages):
    broken = next(stages.parser.parse(["Wójt przewiduje,\nże woda opadnie."]))
    apart = next(stages.parser.parse(["Wójt przewiduje zmiany\n\nże woda opadnie.\nMost stoi."]))
    assert len(broken.sentences) == 1
    assert [apart.tokens[first].form for first, _ in apart.sentences] == ["Wójt", "że", "Most"]


def test_an_address_is_one_word_in_capitals_too_but_a_lost_space_still_parts_sentences(stages):
    syntax = next(stages.parser.parse(["Kampania Dosyć.EU przegrała, podał kurier.pl. Woda opada.TV nie nadaje."]))
    forms = [token.form for token in syntax.tokens]
    assert "Dosyć.EU" in forms
    assert "kurier.pl" in forms
    assert "opada.TV" not in forms
