"""What a new coordinator does first: only what there is a reason for, in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from portal.foundation.actor import Role
from portal.foundation.wording import Day, say
from portal.network.types import PartnerRole
from portal.reports.papers.handover_facts import HandoverFacts
from portal.reports.types import Text

SOON = timedelta(days=60)


def first_week(facts: HandoverFacts) -> Iterable[Text]:
    """What cannot wait, in order; each line only when there is a reason for it."""
    if facts.late_voices:
        count = len(facts.late_voices)
        yield (
            say("Geef antwoord op één inbreng: de beloofde dag is voorbij.")
            if count == 1
            else say("Geef antwoord op %(count)s keer inbreng: de beloofde dag is voorbij.", count=count)
        )
    coming = [one for one in facts.deadlines if one.on is not None and facts.today <= one.on <= facts.today + SOON]
    for one in coming[:3]:
        if one.on is not None:
            yield say("Zet in je agenda: %(what)s, op %(day)s.", what=one.title, day=Day(one.on))
    for meeting in facts.meetings[:1]:
        yield say("Bereid het overleg voor: %(title)s, op %(day)s.", title=meeting.title, day=Day(meeting.on))
    if facts.late_promises:
        yield say("Vraag na hoe het staat met wat te laat is: %(count)s keer.", count=len(facts.late_promises))
    if facts.waiting_expenses:
        yield say("Laat uitgaven nakijken: %(count)s wachten op een tweede paar ogen.", count=facts.waiting_expenses)
    yield from _people_first(facts)


def _people_first(facts: HandoverFacts) -> Iterable[Text]:
    needed = [one.name for one in facts.year.partners if one.role is PartnerRole.REQUIRED and one.until is None]
    if needed:
        yield say("Bel de partners zonder wie er geen netwerk is: %(names)s.", names=", ".join(needed))
    unknown = sorted({one.name for one in facts.year.partners} - {one.partner for one in facts.contacts})
    if unknown:
        yield say("Vraag wie de contactpersoon is van %(names)s.", names=", ".join(unknown[:5]))
    coordinators = [one.name for one in facts.accounts if one.role is Role.COORDINATOR]
    if len(coordinators) > 1:
        yield say(
            "Kijk na wie mag werken in het portaal. Wie vertrekt, verliest de rol: %(names)s.",
            names=", ".join(coordinators),
        )
    else:
        yield say("Nodig een tweede coördinator uit. Zo valt niets stil als jij er niet bent.")
