"""FED-NEW: the federal subsidy for participation and social activation, three clusters, 2017 to 2025."""

from __future__ import annotations

from fractions import Fraction

from portal.foundation.finding import Certainty
from portal.foundation.wording import Wording, say
from portal.funding.regimes import sources
from portal.funding.regimes.fed_old import DEADLINES
from portal.funding.regimes.streams import FEDERAL_CHILD_POVERTY, FEDERAL_MODULES, FEDERAL_PARTICIPATION
from portal.funding.regimes.types import Regime, RegimeLevel, Setting, SettingKey, StreamDefinition, StreamKind
from portal.funding.types import Owner

CLUSTER_POOL = "federal-clusters"  # FED-CLUS-5: no share per cluster is laid down, the amount is one
RULES_OF_ALL = (
    "FED-PAY-4",
    "FED-PAY-3",
    "FED-TARGET-6",
    "FED-TARGET-8",
    "FED-REP-2",
    "FED-REP-3",
    "FED-STAFF-6",
)


def _cluster(code: str, label: Wording, short_label: Wording, explanation: Wording, rule_id: str) -> StreamDefinition:
    return StreamDefinition(
        code=code,
        label=label,
        short_label=short_label,
        owner=Owner.OCMW,
        kind=StreamKind.FEDERAL,
        explanation=explanation,
        counts_as_cofinancing=True,
        rule_ids=(rule_id, *RULES_OF_ALL),
        pool=CLUSTER_POOL,
    )


STREAMS = (
    _cluster(
        FEDERAL_PARTICIPATION,
        say("Federaal geld: maatschappelijke participatie"),
        say("Federaal: participatie"),
        say("Federaal geld voor het OCMW. Voor tickets, lidgeld, materiaal en activiteiten van gebruikers."),
        "FED-CLUS-1",
    ),
    _cluster(
        FEDERAL_MODULES,
        say("Federaal geld: collectieve modules"),
        say("Federaal: modules"),
        say("Federaal geld voor het OCMW. Voor een vaste groep die samen vooruitgang boekt."),
        "FED-CLUS-3",
    ),
    _cluster(
        FEDERAL_CHILD_POVERTY,
        say("Federaal geld: kinderarmoede"),
        say("Federaal: kinderarmoede"),
        say("Federaal geld voor het OCMW. Voor kinderen van gebruikers: kampen, speelplein, zwemles."),
        "FED-CLUS-4",
    ),
)

CONFIRMED, ASSUMED, PROBABLE = Certainty.CONFIRMED, Certainty.ASSUMED, Certainty.PROBABLE

SETTINGS = (
    Setting(SettingKey.PERIOD_START_MONTH, 1, "FED-LIFE-2", CONFIRMED, sources.DEMOS_FICHE),
    Setting(SettingKey.IMPUTATION_COUNTS, 1, "FED-PAY-4", CONFIRMED, sources.MANUAL_OLD),
    # FED-INV-5: the first year without investments is not confirmed; the years around it say so.
    Setting(SettingKey.INVESTMENTS_ALLOWED, 1, "FED-INV-3", CONFIRMED, sources.FAQ_INVESTMENT_OLD, until_year=2019),
    Setting(SettingKey.INVESTMENTS_ALLOWED, 1, "FED-INV-5", ASSUMED, sources.NOT_FOUND, 2020, 2020),
    Setting(SettingKey.INVESTMENTS_ALLOWED, 0, "FED-INV-5", ASSUMED, sources.NOT_FOUND, 2021, 2021),
    Setting(SettingKey.INVESTMENTS_ALLOWED, 0, "FED-INV-4", CONFIRMED, sources.FAQ_INVESTMENT_NEW, from_year=2022),
    Setting(SettingKey.INVESTMENT_CAP, 500_00, "FED-INV-3", CONFIRMED, sources.FAQ_INVESTMENT_OLD),
    Setting(SettingKey.PERSON_CAP, 500_00, "FED-INV-3", CONFIRMED, sources.FAQ_INVESTMENT_OLD),
    Setting(SettingKey.ICT_PACK_PARTS, 3, "FED-COST-8", ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.STAFF_SHARE, Fraction(1, 10), "FED-STAFF-6", PROBABLE, sources.SLIDES_2018),
    Setting(SettingKey.STAFF_SHARE_MODULES, Fraction(1), "FED-STAFF-6", PROBABLE, sources.SLIDES_2018),
    Setting(SettingKey.OUTSOURCING_GENERAL_SHARE, Fraction(1, 10), "FED-COOP-4", PROBABLE, sources.SLIDES_2018),
    Setting(SettingKey.COMMITMENT_IN_PERIOD, 1, "FED-COOP-2", ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.ADVANCE_SHARE, None, "FED-PAY-2", ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.UNSPENT_GOES_BACK, 1, "FED-PAY-3", ASSUMED, sources.MANUAL_OLD),
    Setting(SettingKey.YEARS_OF_KEEPING, None, "FED-REP-6", Certainty.ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.FEDERAL_WEIGHT, Fraction(3, 4), "FED-KEY-1", CONFIRMED, sources.PRIMABOOK),
)

FED_NEW = Regime(
    code="FED-NEW",
    level=RegimeLevel.FEDERAL,
    title=say("Federale toelage participatie en sociale activering"),
    first_year=2017,
    last_year=2025,
    certainty=CONFIRMED,
    source=sources.PRIMABOOK,
    streams=STREAMS,
    settings=SETTINGS,
    deadlines=DEADLINES,
)
