"""What is missing in the data behind a paper, as sentences with a count and the place where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from portal.foundation.wording import Wording, say
from portal.reports.papers.facts import ActionFact, YearFacts
from portal.reports.types import Missing


def counted(one: Wording, several: Wording, count: int) -> Wording:
    """The sentence for one, or for several with their count."""
    return one if count == 1 else Wording(several.msgid, {**several.params, "count": count})


def gap_of_actions(
    found: Sequence[ActionFact], one: Wording, several: Wording, year: int, *, blocks: bool = False
) -> tuple[Missing, ...]:
    """One action leads to its own page, several to the list."""
    if not found:
        return ()
    if len(found) == 1:
        sentence = Wording(one.msgid, {**one.params, "title": found[0].title})
        return (Missing(sentence, 1, blocks, "plans.action", (("year", year), ("action_id", found[0].id))),)
    return (Missing(counted(one, several, len(found)), len(found), blocks, "plans.actions", (("year", year),)),)


def actions_without_lead(facts: YearFacts, *, blocks: bool) -> tuple[Missing, ...]:
    return gap_of_actions(
        [one for one in facts.planned_actions if not one.lead],
        say("De actie ‘%(title)s’ heeft geen trekker."),
        say("%(count)s acties hebben geen trekker."),
        facts.year,
        blocks=blocks,
    )


def incomplete_actions(facts: YearFacts) -> tuple[Missing, ...]:
    """Actions without money, thresholds, groups, months or indicators: the paper can go without."""
    actions, year = facts.planned_actions, facts.year
    return (
        *gap_of_actions(
            [one for one in actions if not any(one.planned.values())],
            say("Bij de actie ‘%(title)s’ is geen geld gepland."),
            say("Bij %(count)s acties is geen geld gepland."),
            year,
        ),
        *gap_of_actions(
            [one for one in actions if not one.thresholds or not one.groups],
            say("Bij de actie ‘%(title)s’ ontbreekt voor wie ze is of welke drempel ze wegneemt."),
            say("Bij %(count)s acties ontbreekt voor wie ze zijn of welke drempel ze wegnemen."),
            year,
        ),
        *gap_of_actions(
            [one for one in actions if not one.months],
            say("Bij de actie ‘%(title)s’ staat niet wanneer ze loopt."),
            say("Bij %(count)s acties staat niet wanneer ze lopen."),
            year,
        ),
        *gap_of_actions(
            [one for one in actions if not one.indicators],
            say("De actie ‘%(title)s’ heeft geen indicator."),
            say("%(count)s acties hebben geen indicator."),
            year,
        ),
    )


def loose_expenses(facts: YearFacts) -> tuple[Missing, ...]:
    """Expenses that are not complete; without a stream or an agreement an account cannot go out."""
    loose, here = facts.loose, (("year", facts.year),)
    rows = (
        (
            loose.without_stream,
            say("1 uitgave wordt door geen enkele bron betaald."),
            say("%(count)s uitgaven worden door geen enkele bron betaald."),
            True,
        ),
        (
            loose.without_agreement,
            say("1 uitgave voor een organisatie staat zonder overeenkomst."),
            say("%(count)s uitgaven voor een organisatie staan zonder overeenkomst."),
            True,
        ),
        (
            loose.without_proof,
            say("1 geboekte uitgave heeft geen bewijs."),
            say("%(count)s geboekte uitgaven hebben geen bewijs."),
            False,
        ),
        (
            loose.without_action,
            say("1 uitgave hoort bij geen actie."),
            say("%(count)s uitgaven horen bij geen actie."),
            False,
        ),
        (
            loose.only_promised if facts.is_over else 0,
            say("1 uitgave is beloofd en nog niet geboekt."),
            say("%(count)s uitgaven zijn beloofd en nog niet geboekt."),
            False,
        ),
    )
    return tuple(
        Missing(counted(one, several, count), count, blocks, "funding.expenses", here)
        for count, one, several, blocks in rows
        if count
    )


def missing_grant(facts: YearFacts) -> tuple[Missing, ...]:
    """Without the amount of the Flemish money nothing can be held against it."""
    right = facts.flemish_streams[:1]
    if not right or right[0].position.granted_cents:
        return ()
    sentence = say("Het bedrag van %(stream)s staat nog niet in het portaal.", stream=right[0].label)
    return (Missing(sentence, blocks=True, endpoint="funding.grants", values=(("year", facts.year),)),)
