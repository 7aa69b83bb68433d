"""The old federal measure against child poverty, individual 3 and 4: psychological and paramedical support."""

from __future__ import annotations

from portal.foundation.finding import Certainty
from portal.funding.costs import conditions as when
from portal.funding.costs.lines import allowing, refusing
from portal.funding.costs.lists import CHILD_CARE_NO, CHILD_CARE_YES, CHILD_GEAR_NO, CHILD_GEAR_YES, CHILD_MIND

PLACE = "3.6.1 punt 4"

_mind = allowing(CHILD_MIND, "3.6.1 punt 3")
_care = allowing(CHILD_CARE_YES, PLACE)
_not_care = refusing(CHILD_CARE_NO, PLACE)
_gear = allowing(CHILD_GEAR_YES, PLACE)
_not_gear = refusing(CHILD_GEAR_NO, PLACE)

MIND = (
    _mind(
        "social-dialogue",
        "Gesprek en overleg met een hulpverlener",
        "Talks with a counsellor",
        """maatschappelijk overleg, gezinsgesprek, bemiddelingsgesprek, overleg met hulpverleners, counselling,
        gesprekstherapie, gezinsbegeleiding, hulpverlener, sociaal overleg, overleg""",
    ),
    _mind(
        "trauma-grief",
        "Hulp bij trauma of rouw",
        "Help with trauma or grief",
        """rouwverwerking, trauma, rouwtherapie, verlies, verdriet, overlijden, traumatherapie, rouwbegeleiding,
        rouwgroep, rouw, verliesverwerking, traumabegeleiding""",
    ),
    _mind(
        "emotions-stress",
        "Hulp bij emoties en stress van kinderen",
        "Help with emotions and stress of children",
        """psycholoog, kinderpsycholoog, therapie, faalangst, stress, angst, weerbaarheid, psychologische hulp,
        kindertherapeut, emoties, speltherapie, psychologist, psychotherapie, psychologe, psychiater,
        kinderpsychiater, angststoornis, kindercoach, zelfvertrouwen, boosheid, weerbaarheidstraining,
        emotionele problemen, mentaal welzijn, therapeut, speltherapeut, psychologische begeleiding, rots en
        water""",
    ),
    _mind(
        "disability-support",
        "Steun voor ouders van een kind met een handicap",
        "Support for parents of a child with a disability",
        """kind met een handicap, handicap, beperking, kind met een beperking, autisme, disability, kind met
        downsyndroom, autismebegeleiding, gehandicapt kind, ouders van een kind met beperking, thuisbegeleiding""",
    ),
    _mind(
        "early-detection",
        "Psychische problemen van kinderen vroeg opsporen",
        "Early detection of mental problems of children",
        """psychische problemen, psychisch onderzoek, adhd, onderzoek naar gedrag, gedragsproblemen, diagnose,
        kinder- en jeugdpsychiatrie, test adhd, psychische klachten, opsporen van problemen, kinderpsychiatrisch
        onderzoek""",
    ),
    _mind(
        "family-bond",
        "Herstel van de band in het gezin",
        "Repairing family bonds",
        """gezinsband, gezinstherapie, bemiddeling, echtscheiding, familietherapie, bezoekruimte, scheiding,
        ouderbemiddeling, relatietherapie, relatie ouder en kind, omgangsrecht, familieband, contactherstel""",
    ),
    _mind(
        "learning-disorders",
        "Leerstoornis opsporen bij een specialist",
        "Finding a learning disorder with a specialist",
        """onderzoek leerstoornis, dyslexietest, test dyscalculie, neuropsychologisch onderzoek, leermoeilijkheden,
        rekenstoornis, leesstoornis, hulp bij dyslexie, dysorthografie, leerproblemen""",
    ),
)

CARE_ALLOWED = (
    _care(
        "audiologist",
        "Audioloog",
        "Audiologist",
        """audiologist, gehoortest, gehooronderzoek, oren testen, gehoor, gehoorcentrum, hoortest, audioloog""",
    ),
    _care(
        "hearing-specialist",
        "Specialist voor hoorprotheses",
        "Hearing prosthesis specialist",
        """audicien, oorprothese, hoorprothese, gehoorapparaat laten aanpassen, hoorcentrum, hoorspecialist""",
    ),
    _care(
        "dietitian",
        "Diëtist",
        "Dietitian",
        """voedingsdeskundige, dieet, diëtiste, overgewicht, dietician, diëtist, dieetadvies, voedingsconsulent,
        dietist, afvallen, vermageren, gewicht""",
    ),
    _care(
        "occupational-therapist", "Ergotherapeut", "Occupational therapist", """ergo, ergotherapie, ergotherapeute"""
    ),
    _care(
        "physiotherapist",
        "Kinesitherapeut",
        "Physiotherapist",
        """kine, kinesist, kinesitherapie, fysiotherapie, kinesitherapeute, fysiotherapeut, kinebehandeling,
        kinebeurt""",
    ),
    _care(
        "optician",
        "Opticien",
        "Optician",
        """brillenwinkel, oogmeting, optieker, oogtest, brilwinkel, oogonderzoek, optiek""",
    ),
    _care(
        "speech-therapist",
        "Logopedist",
        "Speech therapist",
        """logo, logopedie, logopediste, spraakles, stotteren, logopediesessies, spraaktherapie, spraakproblemen,
        stem""",
    ),
    _care("orthoptist", "Orthoptist", "Orthoptist", """oogoefeningen, scheelzien, lui oog, orthoptie, ogen"""),
    _care(
        "psychomotor-specialist",
        "Psychomotorisch therapeut",
        "Psychomotor therapist",
        """psychomotoriek, motoriek, psychomotorische therapie, bewegingstherapie, fijne motoriek, psychomotricien""",
    ),
    _care(
        "social-aide",
        "Hulp bij het sociale leven",
        "Aide for social life",
        """hulpkracht sociaal leven, begeleiding sociaal leven, sociale vaardigheden, sova-training, sociaal
        contact, hulp sociale contacten, vriendschapsproject, buddy voor kinderen""",
    ),
    _care(
        "child-carer",
        "Mantelzorger of kinderverzorger",
        "Informal carer or child nurse",
        """mantelzorg, kinderverzorgster, kraamzorg, kraamhulp, zorg aan huis voor een kind, kraamverzorgster,
        kinderverzorging, thuiszorg, kinderverzorgende, verzorgende""",
        condition=when.WHAT_PARENTS_PAY,
    ),
)

CARE_REFUSED = (
    _not_care(
        "doctor-fees",
        "Dokterskosten en spoed",
        "Doctor's fees and emergency care",
        """dokter, huisarts, ereloon, spoed, spoedgevallen, arts, remgeld, doktersrekening, consultatie, tandarts,
        doktersbezoek, oogarts, kinderarts, doctor, huisdokter, tandheelkundige, dermatoloog, specialist dokter,
        dokterskosten, gynaecoloog, wachtdienst""",
    ),
    _not_care(
        "serious-illness",
        "Ernstige ziekte van een kind",
        "Serious illness of a child",
        """zware ziekte, kanker, ernstige aandoening, chronische ziekte, serious illness, leukemie, langdurige
        ziekte, zwaar ziek, ernstige ziekte, ernstig
        ziek kind, ziekte, epilepsie, ernstige ziektes van kinderen""",
    ),
    _not_care(
        "nursing-aide",
        "Hulpkracht voor kinderverzorging",
        "Aide for child nursing",
        """verzorging van kinderen, zorgkundige, kinderhulp, kinderverzorger hulp, zorghulp""",
        condition=when.PLACE_IN_LIST_UNCLEAR,
        certainty=Certainty.DISPUTED,
        depends=True,
    ),
)

GEAR_ALLOWED = (
    _gear(
        "adapted-mattress",
        "Aangepaste matras voor een kind",
        "Adapted mattress for a child",
        """matras, babymatras, kindermatras, aangepaste matras, bedmatras""",
    ),
    _gear(
        "baby-gear",
        "Slaapzak, bedrand of buggy voor een baby",
        "Sleeping bag, cot bumper or buggy for a baby",
        """bedomranding, slaapzak baby, buggy, kinderwagen, draagzak, babyspullen, maxi-cosi, wandelwagen,
        stroller, kinderwagens, autostoel, kinderzitje, babyslaapzak, trappelzak, bedbumper, reiswieg,
        babyuitzet, draagdoek, kinderkoets, koets, babywagen, plooibuggy""",
    ),
    _gear(
        "special-shoes",
        "Goede schoenen voor een bijzondere activiteit",
        "Good shoes for a special activity",
        """schoenen, wandelschoenen, stapschoenen, bottines, laarzen, shoes, sportieve schoenen, regenlaarzen,
        bergschoenen, wandelbottines, stevige schoenen, kinderschoenen""",
        condition=when.SPECIAL_ACTIVITIES,
    ),
    _gear(
        "child-safety",
        "Klein materiaal voor de veiligheid thuis",
        "Small safety items at home",
        """traphekje, stopcontactbeveiliging, deurstop, hoekbeschermer, veiligheidshekje, kindveilig, rookmelder,
        stopcontactbeschermer, kastslot, veiligheid, veiligheidsmateriaal, veiligheidsproducten, babyfoon,
        deurstopper, stopcontactplaatje, beveiliging""",
    ),
    _gear(
        "glasses",
        "Bril, hoorapparaat of tandprothese",
        "Glasses, hearing aid or dental prosthesis",
        """bril, brilglazen, montuur, hoorapparaat, beugel, tandprothese, lenzen, kinderbril, steunzolen,
        paramedisch materiaal, hoortoestel, spectacles, brillen, leesbril, contactlenzen, orthodontie, blokjes,
        orthopedische zolen, tandbeugel, zonnebril op sterkte, kunstgebit, hoorapparaten, orthopedische
        schoenen, prothese""",
        condition=when.NOT_PAID_ELSEWHERE,
    ),
)

GEAR_REFUSED = (
    _not_gear(
        "nappies",
        "Luiers",
        "Nappies",
        """pampers, pamper, luier, babydoekjes, luierpakket, diapers, wegwerpluiers, luierbroekjes, babyluiers,
        wasbare luiers, pamperbroekjes""",
    ),
    _not_gear(
        "first-aid",
        "Thermometer en eerste zorgen",
        "Thermometer and first aid",
        """koortsthermometer, thermometer, pleisters, ehbo-kit, verbanddoos, apotheek, ontsmettingsmiddel, verband,
        ehbo-doos, ehbo-koffer, zalf, apothekersmateriaal, apotheekkosten, alcoholgel, medicijnkastje""",
    ),
    _not_gear(
        "bed-linen",
        "Bed, lakens en babymeubels",
        "Bed, linen and baby furniture",
        """kinderbed, babybed, lakens, beddengoed, dekbed, luiertafel, verzorgingstafel, wipstoel, relax, badkuip,
        babybad, wipstoeltje, bed, bed linen, kinderbedje, matrasbeschermer, hoeslaken, kussen, deken,
        verzorgingskussen, babykamer, wieg, babymeubels, bedje, stapelbed, badje voor baby""",
    ),
)
