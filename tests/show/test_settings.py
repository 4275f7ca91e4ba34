"""Settings from the environment."""

from pathlib import Path

import pytest

from podobno.show.settings import read_settings


def test_without_settings_the_ledger_lies_in_the_folder_one_is_in():
    told = read_settings({})
    assert (told.ledger, told.parser, told.debug) == (Path("podobno.db"), None, False)


def test_an_empty_setting_is_none():
    assert read_settings({"PODOBNO_LEDGER": "", "PODOBNO_PARSER": "", "PODOBNO_DEBUG": ""}) == read_settings({})


@pytest.mark.parametrize(("value", "is_on"), [("0", False), ("1", True), ("yes", True)])
def test_a_switch_is_on_unless_it_is_nought(value, is_on):
    assert read_settings({"PODOBNO_DEBUG": value}).debug == is_on
