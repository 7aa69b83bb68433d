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

DEMOS_2020 = "Dēmos: Nieuwe afsprakennota's 2020-2025 goedgekeurd, demos.be"
DEMOS_2019 = "Dēmos: Blik vooruit 2020-2025, demos.be"
DEMOS_2023 = "Dēmos: Naar regionale netwerken, demos.be"
DEMOS_2024 = "Dēmos: Overzichtskaart januari 2024, demos.be"
DEMOS_WHAT = "Dēmos: Wat zijn lokale netwerken?, demos.be"
DEMOS_UITPAS = "Dēmos: Blogreeks lokaal netwerk en UiTPAS, demos.be"
DEMOS_BRASSCHAAT = "Dēmos: Brasschaat, demos.be"
DEMOS_SURVEY = "Dēmos: toespraak met de bevraging van OASeS"
NETWORK_DAY_2016 = "Netwerkdag 2016: Heist-op-den-Berg"
KAPELLEN = "Kapellen: Afsprakennota 2019 en Vlaams trekkingsrecht, vldkapellen.be"
OPTIL_2023 = "OP/TIL: Update uitvoeringsbesluit december 2023, cultuuroptil.be"
SCW_COMMUNITY_CENTRES = "Sociaal-cultureel werk: aanbod voor kansengroepen in gemeenschapscentra, sociaalcultureel.be"
FAQ_TARGET_GROUP = "POD Maatschappelijke Integratie, vragen: doelgroep, mi-is.be"
FAQ_SPREADSHEET = "POD Maatschappelijke Integratie, vragen: rekenblad, mi-is.be"
MI_2020 = "POD Maatschappelijke Integratie: Toelage participatie en sociale activering 2020, mi-is.be"
KB_2022 = "Koninklijke besluiten van 29 juli 2019 en 10 juli 2022, etaamb.openjustice.be"
VVSG_2016 = "VVSG: Ook in 2016 federale middelen sociale activering en participatie, vvsg.be"
PRESS_2025 = "BX1 (juni en december 2025) en een parlementaire vraag van 1 juli 2025"
LOCAL_RULES = "Reglementen van Evergem, Diepenbeek, Aalter en Jabbeke"
PUBLIQ_SPLIT = "publiq: Waarom kiezen voor solidaire kostendeling, publiq.be"
PUBLIQ_COST = "publiq: UiTPAS, wat kost het om te starten, publiq.be"
PUBLIQ_API = "publiq: UiTPAS API, docs.publiq.be"
KORTRIJK = "Kortrijk rondt de kaap van 20.000 UiTPAS-houders, kw.be"
STATBEL = "Statbel: indeling van gemeenten; Provincies in cijfers: gebiedsindelingen"
DIGITAL_FLANDERS = "Digitaal Vlaanderen: 28 gemeenten worden er 13, 3 december 2024"
KBO = "Algemene kennis over het ondernemingsnummer; de rekening is nagekeken"
BBC = "Agentschap Binnenlands Bestuur: inleiding op de beleids- en beheerscyclus, lokaalbestuur.vlaanderen.be"
VVSG_BBC = "VVSG: beleids- en beheerscyclus, vvsg.be"
OSLO = "OSLO: Vlaamse datastandaarden, data.vlaanderen.be"
SUBSIDY_DESK = "Openbare broncode van het Subsidiepunt en van het Loket, lblod"
