"""Blocks that several papers share: who applies, who is in the network, co-financing, what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from portal.foundation.finding import CERTAINTY_LABELS, Severity
from portal.foundation.wording import Euros, Percent, Wording, say
from portal.network.rules import LEISURE_SERVICES, SUBSTITUTES
from portal.network.types import APPLICANT_KIND_LABELS, PARTNER_KIND_LABELS, PARTNER_ROLE_LABELS, PartnerKind
from portal.reports.papers.facts import PartnerFact, YearFacts
from portal.reports.papers.phrases import listed
from portal.reports.types import (
    Block,
    Column,
    Facts,
    Grid,
    Heading,
    Missing,
    PaperKind,
    PartDefinition,
    Remark,
    Text,
    Written,
)

HOW_MUCH_FEDERAL = say(
    "Een deel van het federale geld mag tellen als cofinanciering. Hoe groot dat deel is, staat nergens."
)
NOT_WRITTEN = say("Deze tekst is nog niet geschreven.")


def applicant_block(facts: YearFacts, *also: tuple[Text, Text]) -> Facts:
    """Who asks for the money, where, and under which rules."""
    applicant = facts.applicant
    rows: list[tuple[Text, Text]] = [
        (say("Aanvrager"), applicant.applicant),
        (say("Soort aanvrager"), APPLICANT_KIND_LABELS[applicant.kind]),
        (say("Gemeenten"), listed(applicant.municipalities)),
    ]
    if facts.regime_title is not None:
        rows.append((say("Regelgeving"), facts.regime_title))
    return Facts((*rows, *also))


def partner_grid(facts: YearFacts) -> Grid:
    return Grid(
        caption=say("Partners van het netwerk in %(year)s", year=facts.year),
        columns=(Column(say("Partner")), Column(say("Soort")), Column(say("Rol in het netwerk"))),
        rows=tuple((one.name, PARTNER_KIND_LABELS[one.kind], PARTNER_ROLE_LABELS[one.role]) for one in facts.partners),
        key="partners",
        when_empty=say("Er staan nog geen partners in het portaal."),
    )


def required_partners(facts: YearFacts) -> Facts:
    """The three kinds of partners that must be there, with who they are (FL-NET-2, FL-NET-3)."""
    nobody = say("nog niemand")
    rows: list[tuple[Text, Text]] = [
        (say("Vrijetijdsdiensten: cultuur, jeugd, sport"), _names(facts, LEISURE_SERVICES, nobody)),
        (say("OCMW"), _names(facts, (PartnerKind.OCMW,), nobody)),
        (
            say("Verenigingen waar mensen in armoede het woord nemen"),
            _names(facts, (PartnerKind.POVERTY_ASSOCIATION,), nobody),
        ),
    ]
    if not any(one.kind is PartnerKind.POVERTY_ASSOCIATION for one in facts.partners):
        rows.append((say("Organisaties die hun plaats innemen"), _names(facts, SUBSTITUTES, nobody)))
        rows.append((say("Waarom er geen vereniging is"), facts.applicant.substitute_reason or NOT_WRITTEN))
    return Facts(tuple(rows))


def _names(facts: YearFacts, kinds: Iterable[PartnerKind], empty: Text) -> Text:
    wanted = set(kinds)
    return listed([_with_end(one) for one in facts.partners if one.kind in wanted], empty)


def _with_end(partner: PartnerFact) -> Text:
    if partner.until is None:
        return partner.name
    return say("%(name)s (tot en met %(day)s)", name=partner.name, day=partner.until)


def cofinancing_blocks(facts: YearFacts) -> tuple[Block, ...]:
    """What is asked and what is there, with and without federal money (FL-COFIN-12)."""
    position, ratio = facts.cofinancing, facts.ratio
    if ratio is not None and ratio.value == 0:
        sentence = say("In %(year)s moet er geen eigen geld meer bij. Het mag wel.", year=facts.year)
        return (Remark(sentence), *_own_money(facts))
    if position is None or ratio is None or ratio.value is None:
        return (Remark(say("Er is nog geen trekkingsrecht ingevuld. Daarom is de cofinanciering niet te berekenen.")),)
    rows: list[tuple[Text, Text]] = [
        (
            say("Verhouding: eigen geld voor elke euro van Vlaanderen"),
            say("%(share)s", share=Percent(float(ratio.value))),
        ),
        (say("Hoe zeker die verhouding is"), CERTAINTY_LABELS[ratio.certainty]),
        (say("Nodig"), _money(position.required_cents)),
        (say("Eigen geld van gemeente en OCMW"), _money(position.own_cents)),
    ]
    if position.federal_cents:
        rows.append((say("Federaal geld dat meetelt"), _money(position.federal_cents)))
    rows.append((say("Met federaal geld"), _reached(position.counted_cents, position.shortfall_cents)))
    rows.append((say("Zonder federaal geld"), _reached(position.own_cents, position.shortfall_without_federal_cents)))
    found: list[Block] = [Facts(tuple(rows))]
    if position.is_met and not position.is_met_without_federal:
        found.append(Remark(HOW_MUCH_FEDERAL, Severity.WARNING))
    return tuple(found)


def _own_money(facts: YearFacts) -> tuple[Block, ...]:
    own = sum(one.position.planned_cents for one in facts.flemish_streams[1:])
    return (Facts(((say("Eigen geld dat gepland is"), _money(own)),)),) if own else ()


def _money(cents: int) -> Wording:
    return Wording("%(amount)s", {"amount": Euros(cents)})


def _reached(cents: int, short: int) -> Text:
    if short:
        return say("%(amount)s, dat is %(short)s te weinig", amount=Euros(cents), short=Euros(short))
    return say("%(amount)s, dat is genoeg", amount=Euros(cents))


def written_blocks(part: PartDefinition, texts: Mapping[str, str], level: int = 2) -> tuple[Block, ...]:
    """The heading of a part and what was typed for it; a part that may stay empty is left out when it is."""
    text = texts.get(part.key, "").strip()
    if text:
        return Heading(part.label, level), Written(text, part.key)
    if part.is_needed:
        return Heading(part.label, level), Remark(NOT_WRITTEN, Severity.WARNING)
    return ()


def missing_texts(
    parts: Sequence[PartDefinition], texts: Mapping[str, str], kind: PaperKind, year: int
) -> tuple[Missing, ...]:
    """The texts without which the paper is a draft."""
    return tuple(
        Missing(
            say("De tekst ‘%(part)s’ is nog niet geschreven.", part=part.label),
            blocks=True,
            endpoint="reports.texts",
            values=(("year", year), ("kind", kind.value)),
        )
        for part in parts
        if part.is_needed and not texts.get(part.key, "").strip()
    )
