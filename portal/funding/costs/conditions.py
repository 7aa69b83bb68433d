"""What a list adds to its verdict, in own words; a condition that several lines share is said once."""

from __future__ import annotations

from portal.foundation.wording import say
from portal.funding.costs.types import Cap, CapBase
from portal.funding.regimes.types import SettingKey

PER_PERSON = Cap(SettingKey.PERSON_CAP, CapBase.PERSON, "FED-INV-2")
PER_INVESTMENT = Cap(SettingKey.INVESTMENT_CAP, CapBase.SUBSIDY, "FED-INV-1")
PER_COMPUTER = Cap(SettingKey.RECYCLED_PC_CAP, CapBase.COMPUTER, "FED-COST-7")

NO_TOUR_OPERATOR = say("Niet via een touroperator.")
ONLY_DURING_ACTIVITY = say("Alleen als de ouder zelf naar een activiteit van de toelage gaat.")
LAST_RESORT = say("Alleen als al het andere geld op is. Trek elke andere tussenkomst eraf.")
LESS_OTHER_AID = say("Trek af wat de cel voor werk en opleiding al betaalt.")
NO_BOARD_ABROAD = say("Alleen de reis en het ticket. Eten en slapen mag niet.")
OUTSIDE_SCHOOL_PROGRAMME = say("Alleen na de lesuren, en geen deel van een schoolprogramma.")
NO_JOB_AIM = say("Niet voor een beroep.")
SPLIT_THE_BILL = say("Staan tv en internet op één factuur? Splits ze. Het internet kan op categorie 4.")
NOT_FOR_AN_ACTIVITY = say("Het gaat om opvang die niets met een activiteit van de toelage te maken heeft.")
NEEDED_FOR_SPORT = say("Een doktersbezoek mag als de sport het vraagt.")
ONE_THIRD_OF_PACK = say("Bij een pakket met internet, telefoon en tv telt één derde van het totaal.")
AFTER_CATEGORY_FIVE = say("Alleen als het budget van categorie 5 op is.")
NOT_ROUTINE = say("Alleen als het geen dagelijkse werking is.")
VOLUNTEER_LAW = say("Volgens de wet van 3 juli 2005 over vrijwilligers.")
NO_KEY = say("Zonder verdeelsleutel mag het niet. Met een sleutel mag het deel van de gebruikers van het OCMW.")
SIGNED_AGREEMENT = say(
    "Met een getekende overeenkomst: welke activiteiten, welk budget en welke doelgroep. "
    "Ze is vastgelegd in het jaar zelf, en het OCMW kijkt na wat er gebeurde."
)
SERVICES_AGREED = say("Met een overeenkomst: welke diensten, wanneer, hoe, voor wie en voor hoeveel geld.")
NOTHING_IN_RETURN = say("Er staat niets tegenover, of niemand kijkt na wat ermee gebeurde.")
INVOICE_AND_GUARANTEE = say("Met een factuur en minstens 12 maanden garantie. Er is geen voorschot.")
REST_PAID_ELSEWHERE = say("Wat boven het hoogste bedrag komt, betaalt de klant of het OCMW zelf.")
OTHER_ICT_ELSEWHERE = say("Niet op categorie 5. Kijk bij categorie 4, internet en computers.")
ONCE_FOR_ALL = say("Eén keer per jaar voor alles samen, ook als het voor een vzw of voor internet en computers is.")
LUMP_SUM = say(
    "Een vast deel van wat je verantwoordt, als het OCMW alleen of samen met andere genoeg toelage krijgt. "
    "De persoon staat op de loonlijst."
)
WHAT_PARENTS_PAY = say("Alleen wat de ouders echt nog betalen, na belasting en andere kortingen.")
NOT_PAID_ELSEWHERE = say("Alleen wat niemand anders terugbetaalt.")
ALSO_COMPULSORY = say("Ook kosten die de school verplicht.")
SPECIAL_ACTIVITIES = say("Voor een activiteit die anders is dan gewoon.")
PLACE_IN_LIST_UNCLEAR = say("In de bron is niet duidelijk of dit bij wat mag of bij wat niet mag hoort. Vraag het na.")
WITH_TARGET_GROUP = say("Voor gebruikers van het OCMW. Bij een gemengde groep met een verdeelsleutel.")
FIXED_GROUP = say("Voor een vaste groep die je kiest, met een reeks en een vooruitgang die je kan meten.")
NO_DROP_IN = say("Een module is niet vrijblijvend. Losse activiteiten passen bij maatschappelijke participatie.")
ONLY_IN_2017 = say("Het besluit van 2017 noemt dit. Een overzicht van 2020 niet meer. Vraag het na.")
NO_DEPRECIATION = say("Iets dat langer dan een jaar meegaat en dat het OCMW afschrijft, mag niet meer.")
FOR_A_USER = say("Een aankoop voor een gebruiker is steun, geen investering. Het bedrag is vrij, maar billijk.")
MOST_TEN_PERCENT = say("Hoogstens een vast deel van het bedrag van de cluster.")
UP_TO_ALL = say("Tot het hele bedrag van de cluster.")
NO_JOB_PROGRAMME = say("De toelage dient om mee te doen, niet om werk te vinden.")
NO_DOUBLE = say("Twee keer geld voor hetzelfde bedrag mag niet. De rest mag wel van ergens anders komen.")
LEGAL_DUTY = say("Wat het OCMW door de wet toch al betaalt, mag niet.")
OUTSOURCED_OVERHEAD = say("Hoogstens een vast deel bij uitbesteding.")
ANY_PLACE = say("In en buiten de gemeente, met lidgeld en wat je nodig hebt om mee te doen.")
SPORT_YOUTH_CULTURE = say("In sport, jeugdwerk of cultuur.")
SHARE_NOT_FOUND = say("Of dit mag, en tot hoeveel, hebben we in geen enkele bron gevonden. Vraag het na.")
SEEN_ELSEWHERE = say("Een ander netwerk deed dit. Een regel hebben we niet gevonden. Vraag het na.")
DESCRIBED_ONLY = say("De handleiding noemt dit als voorbeeld van een omschrijving, niet in een lijst. Vraag het na.")
