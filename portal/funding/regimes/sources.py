"""Where the rules were read; the names that findings and pages show."""

from __future__ import annotations

from portal.foundation.wording import say

CJM = "Departement Cultuur, Jeugd en Media: lokale netwerken vrijetijdsparticipatie, vlaanderen.be/cjm"
VGC = "VGC: Afsprakennota Vrijetijdsparticipatie 2016-2020"
COMEET = "Comeet: Lokaal netwerk vrijetijdsparticipatie, comeet.be"
SCW_CONDITIONS = "Sociaal-cultureel werk: subsidievoorwaarden lokale netwerken, sociaalcultureel.be"
DEMOS_FICHE = "Dēmos: fiche over de federale toelage participatie en sociale activering"
DEMOS_START = "Dēmos: Opstarttraject naar de subsidieaanvraag, demos.be"
DEMOS_TRANSITION = "Dēmos: Lokale netwerken in de overgangsmaatregel, demos.be"
DEMOS_NEW_DECREE = "Dēmos: Bovenlokaal of lokaal? Een nieuw decreet wijzigt het speelveld, demos.be"
CULTUUR_OPTIL = "OP/TIL: Bovenlokaal netwerk vrijetijdsparticipatie, cultuuroptil.be"
ANTWERP_2015 = "Stad Antwerpen: collegebesluit over het trekkingsrecht 2015, ebesluit.antwerpen.be"
INTEGRATED_ACCOUNTS = "Gemeente Londerzeel, commissieverslag 2024: één meerjarenplan, twee rechtspersonen"

MANUAL_OLD = "POD Maatschappelijke Integratie: handleiding sociale en culturele participatie"
PRIMABOOK = "POD Maatschappelijke Integratie: Sociale activering, primabook.mi-is.be"
KB_2017 = "Koninklijk besluit van 10 januari 2017 over participatie en sociale activering"
FAQ_INVESTMENT_OLD = "POD Maatschappelijke Integratie, vragen: Wat wordt verstaan onder investering, mi-is.be"
FAQ_INVESTMENT_NEW = "POD Maatschappelijke Integratie, vragen: Wat wordt begrepen onder investering, mi-is.be"
SLIDES_2018 = "POD Maatschappelijke Integratie: presentatie Activation sociale et PIIS, najaar 2018"
AVCB = "AVCB: Fonds voor participatie en sociale activering, avcb-vsgb.be"
PRESS_END = "BX1 (2025) en VRT (14 december 2025) over het einde van de toelage"

NOT_FOUND = str(say("niet gevonden; dit is een instelling van het portaal"))
OF_PORTAL = str(say("Afspraak van het portaal"))
OWN_ARITHMETIC = str(say("Rekenvoorbeeld van het portaal"))
OF_NETWORK = str(say("Keuze van het netwerk"))
