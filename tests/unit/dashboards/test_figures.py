"""The title of a figure states the finding; its table and its drawing hold the same numbers."""

from __future__ import annotations

from datetime import date

from portal.dashboards.balance import Balance, measure_balance
from portal.dashboards.change import compare_balances
from portal.dashboards.complementarity.coverage import measure_coverage
from portal.dashboards.complementarity.ending import measure_ending
from portal.dashboards.complementarity.flows import measure_flows
from portal.dashboards.complementarity.potential import measure_missed_potential
from portal.dashboards.figures import complementarity, groups, money, network, partners, years
from portal.dashboards.figures.words import amount, hours, listed, signed
from portal.dashboards.money import measure_money, spent_by_month
from portal.dashboards.together import measure_together
from portal.dashboards.types import Figure, Unit
from tests.unit.dashboards.rows import CLUSTER_A, DRAWING, NAMES, OWN, action, given, grant, paid, partner

OCMW, SPORT, DRAAI = partner(1, "OCMW", "ocmw"), partner(2, "Sportdienst"), partner(3, "Den Draai", "club")


def balance_of(*leads: int, members: tuple = (OCMW, SPORT, DRAAI)) -> Balance:  # type: ignore[type-arg]
    actions = [action(at, lead=lead, thresholds=("money",)) for at, lead in enumerate(leads, 1)]
    return measure_balance(members, actions, [], [])


def title(figure: Figure) -> str:
    return str(figure.title)


def test_who_carries_most_is_the_title() -> None:
    assert (
        title(partners.carried_by_partner(balance_of(1, 1, 1, 2), 2025)) == "OCMW draagt het meest: 75 % van de acties."
    )


def test_partners_that_carry_as_much_are_all_named() -> None:
    found = partners.carried_by_partner(balance_of(1, 2), 2025)
    assert title(found) == "OCMW en Sportdienst dragen het meest: elk 50 % van de acties."


def test_an_even_spread_is_called_even() -> None:
    found = title(partners.carried_by_partner(balance_of(1, 1, 2, 3), 2025))
    assert found == "De acties zijn goed verdeeld. Het grootste aandeel is 50 %, bij OCMW."


def test_nobody_one_partner_and_an_empty_year_have_a_title_of_their_own() -> None:
    def words(balance: Balance) -> str:
        return title(partners.carried_by_partner(balance, 2025))

    assert words(balance_of(members=())) == "In 2025 heeft het netwerk geen partners."
    assert words(balance_of()) == "In 2025 draagt nog geen enkele partner een actie."
    assert words(balance_of(1, members=(OCMW,))) == "OCMW is de enige partner en draagt alles."


def test_the_table_of_partners_holds_every_measure_and_no_euros_for_who_may_not_see_them() -> None:
    balance = measure_balance([OCMW], [action(1)], [given(1, 1, minutes=150, people_reached=4)], [paid(1, 1, 125_000)])
    (row,) = partners.carried_by_partner(balance, 2025).table.rows
    assert [str(cell) for cell in row[2:]] == ["1", "1", "100 %", "2 uur 30", "1.250,00 euro", "4"]
    for found in (
        partners.carried_by_partner(balance, 2025, with_money=False),
        groups.carried_by_group(balance, groups.Grouping.TRACK, with_money=False),
        years.share_change(compare_balances(balance, balance), 2025, with_money=False),
    ):
        assert (
            "euro"
            not in str([[str(cell) for cell in line] for line in (found.table.headers, *found.table.rows)]).lower()
        )
        assert "uro" not in str(found.definition)


def test_measures_name_the_largest_and_say_so_when_there_is_nothing() -> None:
    gifts = [given(1, 1, minutes=60), given(2, 1, minutes=60)]
    balance = measure_balance([OCMW, SPORT], [action(1)], gifts, [])
    assert title(partners.measured_by_partner(balance, partners.Measure.HOURS)).endswith("OCMW en Sportdienst (1 uur).")
    people = partners.measured_by_partner(balance, partners.Measure.PEOPLE)
    assert title(people) == "Nog niemand meldde bereikte mensen."
    assert people.is_empty


def test_a_threshold_that_hangs_on_one_partner_is_the_finding_of_the_heat_map() -> None:
    found = partners.partner_thresholds(balance_of(1))
    assert title(found) == "Aan de drempel geld werkt maar één partner."
    assert [str(cell) for cell in found.table.rows[0]] == ["OCMW", "1"]


def test_groups_name_the_largest_one() -> None:
    found = groups.carried_by_group(balance_of(1, 2), groups.Grouping.THRESHOLD)
    assert title(found) == "De meeste acties gaan over de drempel geld: 100 %."
    empty = groups.carried_by_group(balance_of(), groups.Grouping.PLACE)
    assert title(empty) == "Er zijn nog geen acties om te verdelen."


def test_change_says_whether_the_work_became_more_even() -> None:
    even, uneven = balance_of(1, 2), balance_of(1, 1)
    more = years.share_change(compare_balances(even, balance_of(1, 1, 1, 2)), 2025)
    assert title(more) == "Het werk is gelijker verdeeld dan in 2024: van 0.51 naar 0.63."
    less = years.share_change(compare_balances(uneven, even), 2025)
    assert title(less).startswith("Het werk is minder gelijk verdeeld dan in 2024: van 0.63 naar ")
    same = years.share_change(compare_balances(even, even), 2025)
    assert title(same) == "Het werk is verdeeld zoals in 2024: toen 0.63, nu 0.63."


def test_bars_draw_only_what_is_there_and_name_the_rest() -> None:
    found = partners.carried_by_partner(balance_of(1, 1), 2025)
    assert len(found.labels) == 1
    assert found.note is not None
    assert str(found.note).startswith("Nog niets: ")
    assert len(found.table.rows) > 1
    assert title(years.share_change(compare_balances(balance_of(), balance_of()), 2025)).startswith("Er is niets")


def test_evenness_by_year_keeps_the_gap_of_a_year_without_one() -> None:
    found = years.evenness_by_year({2023: 0.5, 2024: None, 2025: 0.756})
    assert title(found) == "In 2025 is het evenwicht 0.76. In 2023 was het 0.5."
    assert found.series[0].values == (0.5, None, 0.756)
    assert years.evenness_by_year({2025: None}).is_empty


def test_money_that_is_left_overspent_or_used_up_is_the_title() -> None:
    def words(granted: int, cents: int) -> str:
        rows = measure_money([grant(DRAWING, granted)], [], [paid(1, 1, cents)])
        return title(money.money_by_stream(rows, 2025, NAMES))

    assert words(10_000, 2_500) == "Er is nog 75,00 euro over van de 100,00 euro voor 2025."
    assert words(1_000, 2_500) == "Op Trekkingsrecht is 15,00 euro te veel vastgelegd."
    assert words(2_500, 2_500) == "Al het geld van 2025 is vastgelegd."
    assert title(money.money_by_stream([], 2025, NAMES)) == "Voor 2025 staat er nog geen geld in het portaal."


def test_the_parts_of_a_stream_add_up_to_what_it_was_granted() -> None:
    spent = [paid(1, 1, 30, stage="committed"), paid(2, 1, 20), paid(3, 1, 7, stage="justified")]
    found = money.money_by_stream(measure_money([grant(DRAWING, 100)], [], spent), 2025, NAMES)
    assert [one.values for one in found.series] == [(7,), (20,), (30,), (43,)]


def test_months_name_the_stream_that_paid_most() -> None:
    booked = spent_by_month([paid(1, 1, 500, OWN, imputed_on=date(2025, 4, 1))], 2025)
    assert (
        title(money.booked_by_month(booked, 2025, NAMES))
        == "In 2025 is 5,00 euro geboekt, het meeste op Cofinanciering."
    )
    assert title(money.booked_by_month({}, 2025, NAMES)) == "In 2025 is nog niets geboekt."


def test_partners_that_work_alone_are_the_finding_of_the_picture() -> None:
    def words(*actions: tuple[int, int]) -> str:
        rows = [action(at, lead=lead, carriers=((other, 10),)) for at, (lead, other) in enumerate(actions, 1)]
        return title(network.network_picture(measure_together([OCMW, SPORT, DRAAI], rows), 2025))

    assert words((1, 2)) == "Den Draai werkt met niemand samen aan een actie."
    assert words((1, 2), (1, 2), (2, 3)) == "Elke partner werkt samen. Sportdienst en OCMW doen dat het meest."
    assert words((1, 1)) == "In 2025 werken nog geen partners samen aan een actie."


def test_working_together_counts_an_action_once_for_each_pair() -> None:
    found = measure_together([OCMW, SPORT, DRAAI], [action(1, lead=1, carriers=((1, 50), (2, 50), (9, 0)))])
    assert [(one.partner.name, one.actions, one.companions) for one in found.companions] == [
        ("OCMW", 1, 1),
        ("Sportdienst", 1, 1),
        ("Den Draai", 0, 0),
    ]
    assert [(one.first, one.second, one.actions) for one in found.bonds] == [(0, 1, 1)]


def test_the_flow_says_where_most_of_a_hundred_euro_goes() -> None:
    actions = [action(1, thresholds=("money",)), action(2, thresholds=("shame",))]
    flows = measure_flows(actions, [paid(1, 1, 300), paid(2, 2, 100)])
    found = complementarity.money_flow(flows, 2025, NAMES)
    assert title(found) == "Van elke 100 euro gaat er 75 naar de drempel geld."
    assert [str(cell) for cell in found.table.rows[0]] == ["Trekkingsrecht", "Actie 1", "3,00 euro"]
    assert title(complementarity.money_flow(measure_flows([], []), 2025, NAMES)) == "In 2025 is nog niets uitgegeven."


def test_coverage_names_what_has_no_action() -> None:
    covered = [action(1, thresholds=("money",), target_groups=("families",))]
    coverage = measure_coverage(covered, thresholds=("money", "shame"), target_groups=("families",))
    assert title(complementarity.coverage_map(coverage)) == "Voor de drempel schaamte en angst is er geen enkele actie."
    whole = measure_coverage(covered, thresholds=("money",), target_groups=("families",))
    assert title(complementarity.coverage_map(whole)) == "Voor elke drempel en elke doelgroep is er minstens één actie."
    assert title(complementarity.coverage_map(measure_coverage([]))).startswith("Er is nog geen enkele actie")


def test_missed_potential_and_endings_are_told_in_euros() -> None:
    rows = [paid(1, 1, 1_000, OWN)]
    missed = measure_missed_potential(rows, left={CLUSTER_A: 400}, eligible=lambda row: (CLUSTER_A,), paid_by=(OWN,))
    found = complementarity.missed_by_cluster(missed, 2025, NAMES)
    assert title(found) == "4,00 euro kon met federaal geld betaald worden."
    ending = measure_ending([action(1)], [paid(1, 1, 1_000, CLUSTER_A)], streams_next_year={OWN})
    told = title(complementarity.ending_by_action(ending, 2025))
    assert told == "In 2026 valt 10,00 euro weg. Eén actie verliest al haar geld."


def test_many_endings_are_drawn_together_and_the_table_holds_them_all() -> None:
    actions = [action(number) for number in range(1, 31)]
    spent = [paid(number, number, number, CLUSTER_A) for number in range(1, 31)]
    found = complementarity.ending_by_action(measure_ending(actions, spent, streams_next_year=()), 2025)
    assert (len(found.labels), len(found.table.rows)) == (16, 30)
    assert sum(value or 0 for value in found.series[1].values) == sum(range(1, 31))


def test_numbers_are_written_as_people_read_them() -> None:
    assert str(hours(-90)) == "-1 uur 30"
    assert str(signed(2, Unit.COUNT)) == "+2"
    assert str(amount(None, Unit.SHARE)) == "–"
    assert [str(listed("ABC"[:size])) for size in range(4)] == ["–", "A", "A en B", "A, B en C"]
    assert str(listed("ABCDE")) == "A, B, C en 2 andere"
