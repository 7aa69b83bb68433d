"""Dutch words whose syllables were counted by hand, as they are written (sta-ti-on), about leisure and welfare.

The rules were made while looking at COUNTED; FRESH was counted afterwards and no rule was changed for it.
"""

from __future__ import annotations

COUNTED = """
aanbod:2 aandacht:2 aanvraag:2 aanvragen:3 aanwezigheid:4 abonnement:4 academie:4 actie:2 activiteit:4 activiteiten:5
administratie:5 adres:2 afspraak:2 afstand:2 agenda:3 alleen:2 alles:2 antwoord:2 armoede:3 auto:2
avond:2 baby:2 bal:1 bedrag:2 begeleider:4 begeleiding:4 begroting:3 beïnvloeden:4 beleid:2 bereiken:3
betalen:3 bezoek:2 bibliotheek:4 bijdrage:3 bijvoorbeeld:3 boek:1 brief:1 broer:1 bureau:2 bus:1
buurt:1 cadeau:2 café:2 carnaval:3 coördinator:5 computer:3 culturele:4 cultuur:2 daarom:2 dansen:2
deelnemen:3 deelnemer:3 dienst:1 dochter:2 doen:1 drempel:2 dromen:2 druk:1 duur:1 eenzaam:2
eeuw:1 elke:2 energie:3 ervaring:3 ervaringsdeskundige:7 euro:2 evaluatie:5 familie:3 feest:1 fiets:1
film:1 financiële:5 folder:2 formulier:3 foto:2 gebruik:2 geëindigd:3 gehoord:2 gemeente:3 gemeentehuis:4
geïnteresseerd:5 georganiseerd:5 gezin:2 gezond:2 goedkoop:2 gratis:2 groep:1 halen:2 helpen:2 huis:1
hulpverlener:4 idee:2 ideeën:3 ieder:2 iedereen:3 initiatief:5 informatie:4 inkomen:3 jaar:1 jeugd:1
jeugdbeweging:4 jongeren:3 kaart:1 kamp:1 kantoor:2 kinderen:3 kinderopvang:4 kleding:2 korting:2 kosten:2
laagdrempelig:4 leeuw:1 leren:2 leuk:1 leven:2 lidgeld:2 lief:1 lokaal:2 maand:1 maandag:2
makkelijk:3 mensen:2 middag:2 milieu:2 mobiliteit:4 moeder:2 moeilijk:2 mooi:1 museum:3 muziek:2
nationaal:4 natuur:2 nieuw:1 nieuws:1 nieuwe:2 onderwijs:3 onthaal:2 oma:2 opa:2 organisatie:5
ouders:2 overleg:3 papier:2 participatie:5 partner:2 plan:1 plezier:2 politie:3 project:2 radio:3
regelen:3 reis:1 rekening:3 ruimte:2 samen:2 samenwerken:4 schaamte:2 school:1 schulden:2 seizoen:2
situatie:4 sociaal:3 sociale:4 speelplein:2 speelpleinwerking:4 sport:1 sportclub:2 stad:1 station:3 steun:1
straat:1 tegoed:2 telefoon:3 theater:3 tijd:1 toegang:2 toeleiders:3 trein:1 trottoir:2 tuin:1
uitleg:2 uitnodiging:4 uitstap:2 vakantie:3 veel:1 vereniging:4 verhaal:2 vervoer:2 video:3 vlaanderen:3
voetbal:2 voorstelling:3 vraag:1 vragen:2 vrijetijdsparticipatie:8 vrijwilliger:4 vriend:1 water:2 week:1 welkom:2
werk:1 wijk:1 winkel:2 zaal:1 zee:1 zwembad:2 zwemmen:2 zomer:2
"""

FRESH = """
aansluiten:3 achterstelling:4 afwezig:3 ambtenaar:3 aquarium:4 artikel:3 begrijpelijk:4 bespreking:3
bevolking:3 bijeenkomst:3 boodschappen:3 brochure:3 burgemeester:4 camping:2 categorie:4 chocolade:4
cijfers:2 collega:3 communicatie:5 concert:2 controle:3 creatief:3 dagje:2 dialoog:3 dichtbij:2
diploma:3 directeur:3 drieëntwintig:4 duidelijk:3 eeuwig:2 eindelijk:3 evenement:4 fabriek:2
februari:4 fotograaf:3 garage:3 gebouw:2 gedachte:3 geloof:2 geluid:2 gereedschap:3 geschiedenis:4
gesprek:2 geweldig:3 gewoon:2 gezellig:3 grootouders:3 handicap:3 hobby:2 hoeveelheid:3 individu:4
ingewikkeld:4 interview:3 kermis:2 kleuter:2 koor:1 kruispunt:2 kwaliteit:3 leeftijd:2 leerkracht:2
lezing:2 maatschappij:3 maatschappelijk:4 materiaal:4 minister:3 nochtans:2 onafhankelijk:5
ondersteuning:4 ontspanning:3 oudejaarsavond:5 piano:3 portaal:2 preventie:3 psycholoog:3 reactie:3
reglement:3 reservatie:4 schilderen:3 schouwburg:2 secretariaat:5 senioren:4 spontaan:2 statuut:2
stoel:1 subsidie:3 taalles:2 terugbetaling:5 toneel:2 trouwens:2 uiteindelijk:4 uitvoering:3
vaardigheden:4 verantwoording:4 verjaardag:3 verkeer:2 verzekering:4 vierduizend:3 voorwaarde:3
vreugde:2 vriendschap:2 vuilnisbak:3 weekend:2 wiskunde:3 zelfstandig:3 zenuwachtig:4 ziekenhuis:3
zondag:2 zorgbehoevend:4
"""


def counted_words(listed: str = COUNTED) -> dict[str, int]:
    return {word: int(count) for word, _colon, count in (pair.partition(":") for pair in listed.split())}
