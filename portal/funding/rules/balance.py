"""Granted against spent: too much, too little, nothing granted, nothing allocated."""

from __future__ import annotations

from collections.abc import Iterator

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Day, Euros, Wording, say
from portal.funding.regimes import RegimeLevel, SettingKey, StreamKind, spend_by
from portal.funding.regimes.fed_new import CLUSTER_POOL
from portal.funding.regimes.fed_old import GENERAL_POOL
from portal.funding.rules.found import federal_setting, found
from portal.funding.rules.streams import missing_stream
from portal.funding.rules.totals import Pool, YearTotals
from portal.funding.types import Owner

NEAR_DAYS = 92  # the last quarter of the year: still time to plan something

POOL_LABELS = {
    CLUSTER_POOL: say("het federale geld"),
    GENERAL_POOL: say("het federale geld van categorie 1 tot 4"),
}

# By whether the rule is sure enough to be told as a fact.
LEFT_FOR_NOW = {
    True: say(
        "Van %(stream)s is nog %(left)s niet uitgegeven. Wat niet geboekt is op %(day)s, gaat terug naar de staat."
    ),
    False: say(
        "Van %(stream)s is nog %(left)s niet uitgegeven. "
        "Wat niet geboekt is op %(day)s, gaat waarschijnlijk terug naar de staat."
    ),
}
LEFT_FOR_GOOD = {
    True: say("Van %(stream)s is %(left)s niet uitgegeven. Dat gaat terug naar de staat."),
    False: say("Van %(stream)s is %(left)s niet uitgegeven. Dat gaat waarschijnlijk terug naar de staat."),
}


def pool_label(pool: Pool) -> Wording:
    """What several streams together are called; a stream alone has its own label."""
    return POOL_LABELS.get(pool.code, pool.streams[0].label)


def unspent_cents(granted_cents: int, spent_cents: int) -> int:
    """What is left of a grant, never below zero."""
    return max(0, granted_cents - spent_cents)


def check_grants(totals: YearTotals) -> Iterator[Finding]:
    """Grants are on streams of the year, and every stream in use has one (MONEY-3)."""
    for code in sorted({grant.stream for grant in totals.facts.grants}):
        missing = missing_stream(code, totals.law)
        if missing is not None:
            yield missing
    yield from _check_grant_owners(totals)
    for pool in totals.pools():
        used = totals.used_in(pool)
        if used <= 0 or pool.kind is StreamKind.OTHER or totals.has_grant(pool):
            continue
        yield found(
            totals.law,
            "MONEY-3",
            say(
                "Er staat %(used)s op %(stream)s, maar het toegekende bedrag is nog niet ingevuld.",
                used=Euros(used),
                stream=pool_label(pool),
            ),
            severity=Severity.HINT if pool.kind is StreamKind.COFINANCING else Severity.WARNING,
        )


def _check_grant_owners(totals: YearTotals) -> Iterator[Finding]:
    """Federal money belongs to the welfare centre, the drawing right to the municipality (DATA-ORG-1)."""
    held = {(grant.stream, grant.owner) for grant in totals.facts.grants}
    for code, stream in totals.law.streams.items():
        if stream.kind is StreamKind.FEDERAL and (code, Owner.MUNICIPALITY) in held:
            sentence = say(
                "Federaal geld is van het OCMW. %(stream)s staat op naam van de gemeente.", stream=stream.label
            )
            yield found(totals.law, "DATA-ORG-1", sentence)
        elif stream.kind is StreamKind.DRAWING_RIGHT and (code, Owner.OCMW) in held:
            sentence = say("Dit geld is van de gemeente. %(stream)s staat op naam van het OCMW.", stream=stream.label)
            yield found(totals.law, "DATA-ORG-1", sentence)


def check_overspent(totals: YearTotals) -> Iterator[Finding]:
    """No grant pays more than it is (MONEY-2); inside one federal amount you may shift (FED-CLUS-5)."""
    for pool in totals.pools():
        if not totals.has_grant(pool) or pool.kind is StreamKind.OTHER:
            continue
        granted, used, planned = totals.granted_in(pool), totals.used_in(pool), totals.planned_in(pool)
        if used > granted:
            spent_too_much = totals.spent_in(pool) > granted and pool.kind is not StreamKind.COFINANCING
            yield found(
                totals.law,
                "MONEY-2",
                _too_much(pool_label(pool), used, granted),
                severity=Severity.ERROR if spent_too_much else Severity.WARNING,
            )
        elif planned > granted:
            yield found(
                totals.law, "MONEY-2", _planned_too_much(pool_label(pool), planned, granted), severity=Severity.WARNING
            )
        elif pool.code == CLUSTER_POOL:
            yield from _check_clusters(pool, totals)


def _check_clusters(pool: Pool, totals: YearTotals) -> Iterator[Finding]:
    for stream in pool.streams:
        granted, used = totals.granted[stream.code], totals.used[stream.code]
        if used > granted:
            yield found(
                totals.law,
                "FED-CLUS-5",
                say(
                    "Op %(stream)s staat %(used)s van %(granted)s. Je mag schuiven tussen de clusters.",
                    stream=stream.label,
                    used=Euros(used),
                    granted=Euros(granted),
                ),
                severity=Severity.HINT,
            )


def _planned_too_much(stream: Wording, planned: int, granted: int) -> Wording:
    return say(
        "Op %(stream)s is %(planned)s gepland, maar er is %(granted)s. Dat is %(over)s te veel.",
        stream=stream,
        planned=Euros(planned),
        granted=Euros(granted),
        over=Euros(planned - granted),
    )


def _too_much(stream: Wording, used: int, granted: int) -> Wording:
    return say(
        "Op %(stream)s staat %(used)s, maar er is %(granted)s. Dat is %(over)s te veel.",
        stream=stream,
        used=Euros(used),
        granted=Euros(granted),
        over=Euros(used - granted),
    )


def check_unspent(totals: YearTotals) -> Iterator[Finding]:
    """Federal money that is left goes back (FED-PAY-3); Flemish money near the end wants a plan."""
    for pool in totals.pools():
        left = unspent_cents(totals.granted_in(pool), totals.spent_in(pool))
        if not left:
            continue
        if pool.kind is StreamKind.FEDERAL:
            yield from _unspent_federal(pool, left, totals)
        elif pool.kind is StreamKind.DRAWING_RIGHT:
            yield from _unspent_flemish(pool, left, totals)


def _unspent_federal(pool: Pool, left: int, totals: YearTotals) -> Iterator[Finding]:
    row = federal_setting(totals.law, SettingKey.UNSPENT_GOES_BACK)
    if row is None or row.value == 0:
        return
    stream = pool.streams[0].code
    days = totals.days_left(stream)
    if days is not None and days >= 0:
        words = LEFT_FOR_NOW[row.is_settled]
        until = Day(spend_by(stream, totals.facts.year, totals.law.overrides))
        sentence = say(words.msgid, stream=pool_label(pool), left=Euros(left), day=until)
        severity = Severity.WARNING if days <= NEAR_DAYS else Severity.HINT
    else:
        words = LEFT_FOR_GOOD[row.is_settled]
        sentence = say(words.msgid, stream=pool_label(pool), left=Euros(left))
        severity = Severity.WARNING
    yield found(totals.law, "FED-PAY-3", sentence, severity=severity, certainty=row.certainty)


def _unspent_flemish(pool: Pool, left: int, totals: YearTotals) -> Iterator[Finding]:
    stream = pool.streams[0].code
    days = totals.days_left(stream)
    if days is None or days > NEAR_DAYS:
        return
    if days >= 0:
        promised = totals.used_in(pool) - totals.spent_in(pool)
        if promised < left:  # all of it has a purpose already otherwise
            sentence = _still_to_spend(
                pool, left, promised, Day(spend_by(stream, totals.facts.year, totals.law.overrides))
            )
            yield found(totals.law, "FL-SPEND-5", sentence, severity=Severity.WARNING)
        return
    yield _left_of_flemish(pool, left, totals)


def _left_of_flemish(pool: Pool, left: int, totals: YearTotals) -> Finding:
    """Whether it may be kept is not known, until an administrator decides it with a source."""
    row = totals.law.setting(RegimeLevel.FLEMISH, SettingKey.UNSPENT_GOES_BACK)
    if row is None or row.value is None:
        sentence = say(
            "Van %(stream)s is %(left)s niet uitgegeven. Of je dat mag houden, is niet bevestigd.",
            stream=pool_label(pool),
            left=Euros(left),
        )
        return found(totals.law, "FL-PROC-7", sentence)
    if row.value:
        sentence = say(
            "Van %(stream)s is %(left)s niet uitgegeven. Dat gaat terug naar Vlaanderen.",
            stream=pool_label(pool),
            left=Euros(left),
        )
        return found(totals.law, "FL-PROC-7", sentence, source=row.source, certainty=row.certainty)
    sentence = say(
        "Van %(stream)s is %(left)s niet uitgegeven. Dat mag je houden.", stream=pool_label(pool), left=Euros(left)
    )
    return found(totals.law, "FL-PROC-7", sentence, severity=Severity.HINT, source=row.source, certainty=row.certainty)


def _still_to_spend(pool: Pool, left: int, promised: int, day: Day) -> Wording:
    if not promised:
        return say(
            "Van %(stream)s is nog %(left)s niet uitgegeven. Geef het uit voor het einde van %(day)s.",
            stream=pool_label(pool),
            left=Euros(left),
            day=day,
        )
    return say(
        "Van %(stream)s is %(left)s niet uitgegeven. Daarvan is %(promised)s al beloofd. "
        "Geef ook de andere %(free)s uit voor het einde van %(day)s.",
        stream=pool_label(pool),
        left=Euros(left),
        promised=Euros(promised),
        free=Euros(left - promised),
        day=day,
    )


def check_unallocated(totals: YearTotals) -> Iterator[Finding]:
    """Every expense is paid by somebody (MONEY-4)."""
    number = totals.facts.unallocated
    if number == 1:
        yield found(totals.law, "MONEY-4", say("Eén uitgave heeft nog geen bron die betaalt."))
    elif number > 1:
        yield found(totals.law, "MONEY-4", say("%(number)s uitgaven hebben nog geen bron die betaalt.", number=number))
