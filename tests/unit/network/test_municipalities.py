"""Codes of municipalities through the mergers of 2019 and 2025."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from portal.network.municipalities import (
    Municipality,
    display_name,
    find_municipality,
    follow,
    municipalities_on,
    parts_on,
    read_municipalities,
    valid_on,
)

IN_2018, IN_2020, IN_2025 = date(2018, 6, 1), date(2020, 6, 1), date(2025, 6, 1)

# DATA-NIS-5 and DATA-NIS-3, as the rulebook gives them.
MERGERS_OF_2019 = {
    "12041": ("12030", "12034"),
    "44083": ("44011", "44049"),
    "44084": ("44001", "44029"),
    "44085": ("44036", "44072", "44080"),
    "45068": ("45017", "45057"),
    "72042": ("71047", "72040"),
    "72043": ("72025", "72029"),
}
MERGERS_OF_2025 = {
    "11002": ("11002", "11007"),
    "23106": ("23023", "23024", "23032"),
    "37021": ("37012", "37018"),
    "37022": ("37007", "37015"),
    "44086": ("44012", "44048"),
    "44087": ("44034", "44073"),
    "46029": ("44045", "46014"),
    "44088": ("44040", "44043"),
    "46030": ("11056", "46003", "46013"),
    "73110": ("73006", "73032"),
    "73111": ("73009", "73083"),
    "71071": ("71057", "71069"),
    "71072": ("71022", "73040"),
}


def known(nis: str) -> Municipality:
    found = find_municipality(nis)
    assert found is not None
    return found


def test_there_were_589_municipalities_in_2018_and_565_are_left() -> None:
    assert len(municipalities_on(IN_2018)) == 589
    assert len(municipalities_on(IN_2025)) == 565


def test_285_are_flemish_and_19_in_brussels_now() -> None:
    now = municipalities_on(IN_2025)
    assert sum(row.region == "Vlaams Gewest" for row in now) == 285
    assert sum(row.region.startswith("Brussel") for row in now) == 19


def test_28_flemish_municipalities_became_13_in_2025() -> None:
    assert len([code for parts in MERGERS_OF_2025.values() for code in parts]) == 28
    before = [row for row in municipalities_on(date(2024, 12, 31)) if row.region == "Vlaams Gewest"]
    assert len(before) - 28 + 13 == 285


def test_every_code_is_five_digits_and_stands_there_once() -> None:
    codes = [row.nis for row in read_municipalities()]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 5 and code.isdigit() for code in codes)


def test_every_code_that_ended_leads_to_exactly_one_that_is_valid() -> None:
    for row in read_municipalities():
        if row.valid_to is not None:
            (successor,) = follow(row.nis, IN_2025)
            assert known(successor).is_valid_on(IN_2025), row


def test_the_code_that_follows_begins_the_day_after_or_was_there_already() -> None:
    for row in read_municipalities():
        if row.valid_to is not None and row.merged_into is not None:
            assert known(row.merged_into).is_valid_on(row.valid_to + timedelta(days=1)), row


def test_every_code_that_began_leads_back_to_codes_of_the_day_before() -> None:
    for row in read_municipalities():
        if row.valid_from is not None:
            day_before = row.valid_from - timedelta(days=1)
            parts = follow(row.nis, day_before)
            assert parts, row
            assert all(valid_on(code, day_before) for code in parts), row


def test_only_a_code_that_ended_names_the_one_that_follows() -> None:
    assert [row for row in read_municipalities() if (row.valid_to is None) != (row.merged_into is None)] == []


@pytest.mark.parametrize(("new", "parts"), MERGERS_OF_2019.items())
def test_a_merger_of_2019_runs_both_ways(new: str, parts: tuple[str, ...]) -> None:
    assert follow(new, IN_2018) == parts
    assert all(follow(part, IN_2020) == (new,) == follow(part, IN_2025) for part in parts)


@pytest.mark.parametrize(("new", "parts"), MERGERS_OF_2025.items())
def test_a_merger_of_2025_runs_both_ways(new: str, parts: tuple[str, ...]) -> None:
    assert parts_on(new, IN_2020) == parts
    assert all(follow(part, IN_2025) == (new,) for part in parts)


def test_a_merger_holds_from_its_first_day() -> None:
    assert follow("23023", date(2024, 12, 31)) == ("23023",)
    assert follow("23023", date(2025, 1, 1)) == ("23106",)
    assert follow("23106", date(2024, 12, 31)) == ("23023", "23024", "23032")


def test_the_recoding_of_hainaut_is_followed() -> None:
    assert follow("55010", IN_2020) == ("51067",)
    assert follow("51067", IN_2018) == ("55010",)


def test_a_municipality_that_never_merged_follows_itself() -> None:
    assert follow("12014", IN_2018) == follow("12014", IN_2025) == ("12014",)


@pytest.mark.parametrize(
    ("old", "new"),
    [("71022", "71072"), ("46014", "46029"), ("44034", "44087"), ("37015", "37022"), ("37018", "37021")],
)
def test_a_municipality_may_keep_its_name_under_a_new_code(old: str, new: str) -> None:
    assert follow(old, IN_2025) == (new,)
    assert known(old).name_nl == known(new).name_nl
    assert (valid_on(old, IN_2025), valid_on(new, IN_2025)) == (False, True)


def test_antwerpen_kept_its_code_with_a_larger_area() -> None:
    assert follow("11002", IN_2025) == follow("11007", IN_2025) == ("11002",)
    assert follow("11002", IN_2020) == ("11002",)
    assert parts_on("11002", IN_2020) == ("11002", "11007")
    assert parts_on("11002", IN_2025) == ("11002",)


def test_zwijndrecht_moved_to_another_province() -> None:
    assert follow("11056", IN_2025) == ("46030",)
    assert known("11056").province == "Antwerpen"
    assert known("46030").province == "Oost-Vlaanderen"
    assert known("46030").name_nl == "Beveren-Kruibeke-Zwijndrecht"


def test_inhabitants_of_a_new_code_are_the_sum_of_its_parts() -> None:
    parts = [known(nis).inhabitants for nis in ("71022", "73040")]
    assert known("71072").inhabitants == sum(count or 0 for count in parts) == 87_151
    assert known("71072").inhabitants_year == 2020


def test_an_unknown_code_leads_nowhere() -> None:
    assert find_municipality("99999") is None
    assert follow("99999", IN_2025) == ()
    assert parts_on("99999", IN_2025) == ()
    assert not valid_on("99999", IN_2025)


@pytest.mark.parametrize(
    ("nis", "name"),
    [
        ("12014", "Heist-op-den-Berg"),
        ("71022", "Hasselt (–2024)"),
        ("71072", "Hasselt (2025–)"),
        ("44011", "Deinze (–2018)"),
        ("44083", "Deinze (2019–)"),
        ("11007", "Borsbeek"),
        ("99999", "99999"),
    ],
)
def test_years_tell_codes_of_the_same_name_apart(nis: str, name: str) -> None:
    assert display_name(nis) == name


def test_no_two_codes_are_shown_alike() -> None:
    shown = [display_name(row.nis) for row in read_municipalities()]
    assert len(set(shown)) == len(shown)
