"""FED-OLD: the old federal subsidy, four categories, recycled computers and child poverty, 2003 to 2016."""

from __future__ import annotations

from fractions import Fraction

from portal.foundation.finding import Certainty
from portal.foundation.wording import Wording, say
from portal.funding.regimes import sources
from portal.funding.regimes.streams import (
    OLD_ASSOCIATIONS,
    OLD_CHILD_POVERTY,
    OLD_EVENTS,
    OLD_ICT,
    OLD_INITIATIVES,
    OLD_RECYCLED_PCS,
)
from portal.funding.regimes.types import (
    Deadline,
    Regime,
    RegimeLevel,
    Setting,
    SettingKey,
    StreamDefinition,
    StreamKind,
)
from portal.funding.types import Owner

GENERAL_POOL = "federal-old-general"  # the royal decree gives one amount for the four categories

COMMON_RULES = (
    "FED-PAY-4",
    "FED-PAY-3",
    "FED-TARGET-6",
    "FED-TARGET-8",
    "FED-REP-2",
    "FED-REP-3",
    "FED-STAFF-1",
)


def _stream(
    code: str,
    label: Wording,
    short_label: Wording,
    explanation: Wording,
    rule_ids: tuple[str, ...],
    pool: str = "",
) -> StreamDefinition:
    return StreamDefinition(
        code=code,
        label=label,
        short_label=short_label,
        owner=Owner.OCMW,
        kind=StreamKind.FEDERAL,
        explanation=explanation,
        counts_as_cofinancing=True,
        rule_ids=rule_ids + COMMON_RULES,
        pool=pool,
    )


STREAMS = (
    _stream(
        OLD_EVENTS,
        say("Federaal geld: evenementen (categorie 1)"),
        say("Federaal: evenementen"),
        say("Federaal geld voor het OCMW. Voor tickets, uitstappen, kampen en vervoer van gebruikers."),
        ("FED-CLUS-6",),
        GENERAL_POOL,
    ),
    _stream(
        OLD_ASSOCIATIONS,
        say("Federaal geld: verenigingen (categorie 2)"),
        say("Federaal: verenigingen"),
        say("Federaal geld voor het OCMW. Voor lidgeld en wat je nodig hebt in een vereniging."),
        ("FED-CLUS-6",),
        GENERAL_POOL,
    ),
    _stream(
        OLD_INITIATIVES,
        say("Federaal geld: initiatieven (categorie 3)"),
        say("Federaal: initiatieven"),
        say("Federaal geld voor het OCMW. Voor activiteiten van of voor de doelgroep."),
        ("FED-CLUS-6", "FED-COOP-3"),
        GENERAL_POOL,
    ),
    _stream(
        OLD_ICT,
        say("Federaal geld: internet en computers (categorie 4)"),
        say("Federaal: internet en computers"),
        say("Federaal geld voor het OCMW. Voor computers, internet en computerlessen."),
        ("FED-COST-6", "FED-COOP-3"),
        GENERAL_POOL,
    ),
    _stream(
        OLD_RECYCLED_PCS,
        say("Federaal geld: gerecycleerde computers (categorie 5)"),
        say("Federaal: gerecycleerde pc's"),
        say("Federaal geld voor het OCMW. Voor tweedehands computers, met een hoogste bedrag per computer."),
        ("FED-COST-7",),
    ),
    _stream(
        OLD_CHILD_POVERTY,
        say("Federaal geld: kinderarmoede (tot 2016)"),
        say("Federaal: kinderarmoede"),
        say("Federaal geld voor het OCMW. Voor kinderen van gebruikers: school, steun en activiteiten."),
        ("FED-PAY-5",),
    ),
)

CONFIRMED, MANUAL = Certainty.CONFIRMED, sources.MANUAL_OLD

SETTINGS = (
    Setting(SettingKey.PERIOD_START_MONTH, 5, "FED-LIFE-2", CONFIRMED, MANUAL, until_year=2008),
    Setting(SettingKey.PERIOD_START_MONTH, 1, "FED-LIFE-2", Certainty.ASSUMED, MANUAL, 2009, 2009),
    Setting(SettingKey.PERIOD_START_MONTH, 1, "FED-LIFE-2", CONFIRMED, MANUAL, from_year=2010),
    Setting(SettingKey.IMPUTATION_COUNTS, 0, "FED-PAY-4", CONFIRMED, MANUAL, until_year=2009),
    Setting(SettingKey.IMPUTATION_COUNTS, 1, "FED-PAY-4", CONFIRMED, MANUAL, from_year=2010),
    Setting(SettingKey.INVESTMENTS_ALLOWED, 1, "FED-INV-1", CONFIRMED, MANUAL),
    Setting(SettingKey.INVESTMENT_CAP, 500_00, "FED-INV-1", CONFIRMED, MANUAL),
    Setting(SettingKey.PERSON_CAP, 500_00, "FED-INV-2", CONFIRMED, MANUAL),
    Setting(SettingKey.RECYCLED_PC_CAP, 100_00, "FED-COST-7", CONFIRMED, MANUAL),
    Setting(SettingKey.ICT_PACK_PARTS, 3, "FED-COST-6", CONFIRMED, MANUAL),
    Setting(SettingKey.STAFF_SHARE, Fraction(1, 10), "FED-STAFF-1", CONFIRMED, MANUAL),
    Setting(SettingKey.STAFF_THRESHOLD, 25_000_00, "FED-STAFF-1", CONFIRMED, MANUAL),
    Setting(SettingKey.COMMITMENT_IN_PERIOD, 0, "FED-COOP-2", CONFIRMED, MANUAL, until_year=2009),
    Setting(SettingKey.COMMITMENT_IN_PERIOD, 1, "FED-COOP-2", CONFIRMED, MANUAL, from_year=2010),
    Setting(SettingKey.ADVANCE_SHARE, Fraction(1, 2), "FED-PAY-1", CONFIRMED, MANUAL),
    Setting(SettingKey.UNSPENT_GOES_BACK, 1, "FED-PAY-3", CONFIRMED, MANUAL),
    Setting(SettingKey.YEARS_OF_KEEPING, None, "FED-REP-6", Certainty.ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.FEDERAL_WEIGHT, None, "FED-KEY-2", Certainty.ASSUMED, sources.NOT_FOUND),
)

DEADLINES = (
    Deadline(
        key="federal-booking",
        title=say("Het federale geld is geboekt"),
        rule="FED-PAY-4",
        certainty=CONFIRMED,
        source=MANUAL,
        month=12,
        day=31,
    ),
    Deadline(
        key="federal-report",
        title=say("Het federale jaarverslag is ingediend"),
        rule="FED-REP-6",
        certainty=Certainty.ASSUMED,
        source=sources.NOT_FOUND,
    ),
)

FED_OLD = Regime(
    code="FED-OLD",
    level=RegimeLevel.FEDERAL,
    title=say("Federale toelage sociale en culturele participatie"),
    first_year=2003,
    last_year=2016,
    certainty=CONFIRMED,
    source=MANUAL,
    streams=STREAMS,
    settings=SETTINGS,
    deadlines=DEADLINES,
)
