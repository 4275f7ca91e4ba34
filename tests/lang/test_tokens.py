def test_a_line_broken_to_fit_a_width_is_one_sentence(stages):
    broken = next(stages.parser.parse(["Wójt przewiduje,\nże woda opadnie."]))
    apart = next(stages.parser.parse(["Wójt przewiduje zmiany\n\nże woda opadnie.\nMost stoi."]))
    assert len(broken.sentences) == 1
    assert [apart.tokens[first].form for first, _ in apart.sentences] == ["Wójt", "że", "Most"]
