"""The folder of the leisure card that readers of Heist proofread; that they do is a fact, every word is invented."""

from __future__ import annotations

from dataclasses import dataclass

from portal.demo import sources
from portal.demo.sources import fact

TITLE = "Folder van de vrijetijdskaart"
ORIGIN = fact(sources.HEIST, "De vereniging leest folders na. De folder zelf en alle merktekens zijn verzonnen.")

FIRST_BODY = """De vrijetijdskaart

Wil je graag sporten, naar een voorstelling gaan of op kamp? Met de vrijetijdskaart krijg je korting.

Voor wie is de kaart?
De vrijetijdskaart is bestemd voor inwoners die voldoen aan de inkomensvoorwaarden van het OCMW. \
Ook wie een verhoogde tegemoetkoming geniet, komt in aanmerking.

Hoe werkt het?
- Je betaalt eerst de volle prijs aan de balie.
- De terugbetaling geschiedt na voorlegging van het betalingsbewijs bij de dienst die de kaart afleverde.
- Niemand aan de balie ziet dat je korting krijgt.

Waar haal je de kaart?
Bij het OCMW, of bij vzw Den Draai. Breng je identiteitskaart mee. \
Indien je vragen hebt met betrekking tot de kaart, gelieve je te wenden tot het onthaal.

Meer weten?
Onze medewerkers staan tot je beschikking voor bijkomende inlichtingen."""


@dataclass(frozen=True)
class DemoMark:
    """What one reader said of a passage; `reader` is "expert" with an account, otherwise the number of a link."""

    reader: str
    passage: str
    why: str = ""
    proposal: str = ""
    state: str = "open"
    words: str = ""  # what the author put in the text instead
    reason: str = ""


# In the order in which they were decided about. The last section was rewritten as a whole meanwhile.
DECIDED = (
    DemoMark(
        "1",
        "Indien je vragen hebt met betrekking tot de kaart, gelieve je te wenden tot het onthaal.",
        "Zo praat niemand.",
        "Heb je een vraag? Stel ze aan het onthaal.",
        "adopted",
    ),
    DemoMark(
        "expert",
        "Ook wie een verhoogde tegemoetkoming geniet, komt in aanmerking.",
        "Wat is dat, verhoogde tegemoetkoming? En genieten doe ik er niet van.",
        "Ook wie minder betaalt bij de dokter, krijgt de kaart.",
        "partly-adopted",
        "Heb je een verhoogde tegemoetkoming? Dan betaal je minder bij de dokter. Ook dan krijg je de kaart.",
        "Het woord staat op je papieren. Daarom laten we het staan, met uitleg erbij.",
    ),
    DemoMark(
        "1",
        "Breng je identiteitskaart mee.",
        "Moet dat? Dat schrikt af.",
        "Kom gewoon langs.",
        "not-adopted",
        reason="Zonder identiteitskaart kunnen we de kaart niet maken. We leggen wel uit waarom.",
    ),
)
WAITING = (
    DemoMark(
        "expert",
        "De terugbetaling geschiedt na voorlegging van het betalingsbewijs bij de dienst die de kaart afleverde.",
        "Ik moest dit drie keer lezen.",
        "Toon je bonnetje waar je de kaart kreeg. Dan krijg je je geld terug.",
    ),
    DemoMark(
        "2",
        "De terugbetaling geschiedt na voorlegging van het betalingsbewijs bij de dienst die de kaart afleverde.",
        "Hoe lang duurt dat?",
        "Breng je kasticket binnen. Binnen twee weken heb je je geld.",
    ),
    DemoMark("1", "voorlegging van het betalingsbewijs", "Wat is een betalingsbewijs?"),
    DemoMark(
        "2",
        "De vrijetijdskaart is bestemd voor inwoners die voldoen aan de inkomensvoorwaarden van het OCMW.",
        "",
        "De kaart is voor wie hier woont en weinig geld heeft.",
    ),
    DemoMark("expert", "Je betaalt eerst de volle prijs aan de balie.", "En wie dat geld niet heeft?"),
)
OLDER = DemoMark(
    "2",
    "Onze medewerkers staan tot je beschikking voor bijkomende inlichtingen.",
    "Wie zijn dat? Waar?",
    "Bel ons gerust.",
)
REWRITTEN = (
    "Onze medewerkers staan tot je beschikking voor bijkomende inlichtingen.",
    "Kom langs, of bel het onthaal.",
)

SECOND_TITLE = "Brief over de kampen"
SECOND_BODY = """Beste ouder

De kampen van volgende zomer staan online. Met de vrijetijdskaart krijg je korting.

Schrijf je in vanaf maandag 2 maart. Wie een kaart heeft, mag een week vroeger.

Weet je niet hoe dat gaat? Wij helpen je. Kom langs bij de jeugddienst.

Tot dan!"""
