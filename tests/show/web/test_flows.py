"""The web of sources: as wide as the reports are many, one colour for one origin, no node twice."""

from itertools import pairwise

import pytest
from tests.links import a_report

from podobno.ask.claims import answer
from podobno.ask.judgements import sort_rulings
from podobno.ask.ways import find_ways
from podobno.ledger.claims import KeptClaim
from podobno.records.canonical import claim_id
from podobno.show.web.flows import MOST_ORIGINS, draw_flow


def reports(*told):
    """Return answers, one for each outlet with the chain of its claim."""
    for number, (outlet, *chain) in enumerate(told):
        stance = "asserts" if chain else "hearsay"
        reading = a_report(f"most {number} stoi", outlet=outlet, chain=chain, stance=stance)
        claim = reading.claims[0]
        kept = KeptClaim(id=claim_id(claim), claim=claim, article=reading.article, recorded="", maker="")
        yield answer(kept, sort_rulings(()))


WAY = ("Kurier", "Reuters", "PAP", "Jan Lis")  # of four columns


def flow(*told):
    return draw_flow(find_ways(reports(*told)))


def test_reports_that_came_the_same_way_are_one_way():
    ways = find_ways(reports(("Kurier", "PAP", "Jan Lis"), ("kurier", "pap", "Jan Lis"), ("Echo", "Jan Lis")))
    assert [(way.steps, len(way.reports)) for way in ways] == [(("PAP",), 2), ((), 1)]


def test_a_ribbon_is_as_wide_as_its_reports_are_many():
    panel = flow(("Kurier", "Jan Lis"), ("Kurier", "Jan Lis"), ("Kurier", "Jan Lis"), ("Echo", "Ewa Mak")).panels[0]
    widths = sorted(ribbon.width for ribbon in panel.ribbons)
    assert widths[1] == pytest.approx(3 * widths[0])


def test_words_of_one_origin_have_one_colour_whatever_way_they_came():
    panel = flow(("Kurier", "PAP", "Jan Lis"), ("Echo", "Jan Lis"), ("Echo", "Ewa Mak")).panels[0]
    lis = next(node for node in panel.nodes if node.name == "Jan Lis" and node.kind == "origin")
    assert sum(ribbon.colour == lis.colour for ribbon in panel.ribbons) == 4  # two ways of two ribbons each


def test_an_origin_has_one_node_and_no_two_nodes_of_a_column_overlap():
    for panel in flow(("Kurier", "PAP", "Jan Lis"), ("Echo", "Jan Lis"), ("Goniec",), ("Goniec", "Ewa Mak")).panels:
        assert [node.name for node in panel.nodes if node.kind == "origin"].count("Jan Lis") == 1
        for column in {node.x for node in panel.nodes}:
            held = sorted((node.top, node.bottom) for node in panel.nodes if node.x == column)
            assert all(one[1] <= other[0] + 0.01 for one, other in pairwise(held))


def test_everything_lies_inside_the_drawing():
    for panel in flow(*((f"Outlet {n}", f"Speaker {n % 9}") for n in range(60))).panels:
        assert all(0 <= node.top <= node.bottom <= panel.height for node in panel.nodes)
        assert all(0 <= node.x <= panel.size.width for node in panel.nodes)


def test_names_above_many_columns_are_short_enough_to_stand_side_by_side():
    above = [panel for panel in flow(WAY).panels if panel.size.is_above]
    assert above
    assert all(panel.letters * 7 * 4 <= panel.size.width for panel in above)
    assert all(panel.letters == panel.size.letters for panel in flow(WAY).panels if not panel.size.is_above)


def test_a_ribbon_is_outlined_and_closed():
    for ribbon in flow(WAY).panels[0].ribbons:
        assert (ribbon.path[0], ribbon.path[-1], ribbon.path.count("C")) == ("M", "Z", 2)


def test_of_very_many_origins_the_rest_is_counted_and_stands_in_the_table():
    drawn = flow(*(("Kurier", f"Speaker {n}") for n in range(MOST_ORIGINS + 5)))
    assert drawn.left == 5
    assert len(drawn.rows) == MOST_ORIGINS + 5


def test_where_nobody_is_named_there_is_nothing_to_draw():
    assert flow(("Kurier",), ("Echo",)) is None


def test_the_order_of_the_reports_changes_nothing():
    told = [("Kurier", "PAP", "Jan Lis"), ("Echo", "Jan Lis"), ("Goniec", "Ewa Mak"), ("Echo", "PAP", "Ewa Mak")]
    assert flow(*told).panels == flow(*reversed(told)).panels
