"""Reading rounds of the demo networks, all invented: who read which actions, what they said, what was answered."""

from __future__ import annotations

from portal.demo.types import DemoRead, DemoRound

DRAAISCHIJF = "de vereniging De Draaischijf"

HEIST_ROUNDS = (
    DemoRound(
        2024,
        "02-05",
        "03-08",
        DRAAISCHIJF,
        (
            DemoRead(
                "kaart",
                "NNPNYNN?",
                {"money": 5, "shame": 3, "administration": 2},
                "NNYNYN?N",
                words=("Ik kan die 60 euro niet voorschieten.", "En dan moet ge wachten op uw geld."),
                outcome="partly-adopted",
                answer="Eerst betalen blijft nog zo. Wel betalen we de korting sneller terug: binnen twee weken.",
                reason="Een pas die meteen korting geeft, vraagt meer tijd. We onderzoeken dat.",
            ),
            DemoRead("zwemmen", "YYYYPYY?", {"time": 2, "transport": 1}, "YYYYYYY?"),
            DemoRead("kampen", "YYPYYPYY", {"childcare": 1, "information": 3}, "YYYY?YYY"),
            DemoRead("voorstelling", "YPPNYY?Y", {"shame": 3, "transport": 2}, "YYNYYY?Y"),
            DemoRead("huisbezoek", "PYNYPN?Y", {"shame": 4}, "YNNY?NYY", words=("Iemand bij mij thuis, liever niet.",)),
            DemoRead("dorpen", "YNPYNYP?", {"transport": 4, "offer": 2}, "YYYYYYYY"),
            DemoRead("brochure", "YYYYYYPY", {"language": 2}, "YYYYYYYY"),
        ),
    ),
    DemoRound(
        2025,
        "02-03",
        "03-07",
        DRAAISCHIJF,
        (
            DemoRead("terug", "YYYPYYY", {"money": 2}, "YYYYYYY"),
            DemoRead(
                "huisbezoek",
                "NNPNYN?",
                {"shame": 5, "welcome": 2},
                "NN?NYNN",
                words=("Bij mij thuis is het te klein. Kan het ergens anders?",),
                outcome="adopted",
                answer="Je kiest zelf waar je de kansenwerker ziet: thuis, bij de vereniging of in de bibliotheek.",
            ),
            DemoRead("buur", "YYYYYPY", {"shame": 2}, "YYYYYYY", words=("Alleen durf ik dat niet. Samen wel.",)),
            DemoRead("kaart", "PNYPNY?", {"money": 4, "shame": 2}, "YN?YNYY"),
            DemoRead("dorpen", "YYPYNYY", {"transport": 3}, "YYYYYYY"),
            DemoRead("uitpas", "YYYY?YY", {"administration": 1}, "YYYYYYY"),
        ),
    ),
    DemoRound(
        2026,
        "02-02",
        "03-06",
        DRAAISCHIJF,
        (
            DemoRead("kaart", "PYPNYPY?P", {"money": 4, "shame": 2}, "YYNNYYY?Y"),
            DemoRead("zwemmen", "YYYPYYYYY", {"time": 3}, "YYYYYYYYY"),
            DemoRead(
                "kampen",
                "NNPNNYN?N",
                {"information": 5, "money": 3, "childcare": 2},
                "NYYNYYN?Y",
                words=("Als wij het weten, is alles al volzet.", "Een kamp van 90 euro is nog altijd veel."),
                outcome="partly-adopted",
                answer="We houden op elk kamp vier plaatsen vrij tot eind mei voor wie een kaart heeft.",
                reason="Alle kampen goedkoper maken kan niet met het geld dat er is.",
            ),
            DemoRead("voorstelling", "YYPYYYP?Y", {"transport": 3, "childcare": 3}, "YYYYYYYYY"),
            DemoRead("buur", "YYYYYYYPY", {"shame": 2, "skills": 1}, "YYYYYYYYY"),
            DemoRead("dorpen", "YPNYPYNYP", {"transport": 5, "offer": 1}, "YYYYYYYYY"),
            DemoRead("vorming", "YYYYPYYYY", {"welcome": 2}, "YYYYYNYYY"),
            DemoRead("uitpas", "YYYYY?YYY", {"administration": 2}, "YYYYYYYYY"),
        ),
    ),
)

# Runs now, whatever the day on which the demo is loaded: people can try a link.
HEIST_OPEN = DemoRound(
    2026,
    "",
    "",
    DRAAISCHIJF,
    (
        DemoRead("kaart", "NPN?N", {"money": 3, "shame": 2}, "NYN?N", words=("Eerst betalen lukt niet.",)),
        DemoRead("zwemmen", "YYYYP", {"time": 2}, "YYYYY"),
        DemoRead("voorstelling", "YPYY?", {"childcare": 2}, "YYYYY"),
        DemoRead("huisbezoek", "YYPY", {"shame": 1}, "YYYY"),
        DemoRead("werkgroep", "PY?Y", {"information": 2}, "YYYY"),
        DemoRead("buur", "YYYY", {"shame": 1}, "YYYY"),
        DemoRead("uitpas", "YYY", {}, "YYY"),
        DemoRead("kampen", "NPY", {"money": 2}, "YYY"),
    ),
)

MECHELEN_ROUNDS = (
    DemoRound(
        2025,
        "03-03",
        "03-28",
        "een vereniging van mensen in armoede",
        (
            DemoRead("uitpas", "YYYYYP", {"information": 2}, "YYYYYY"),
            DemoRead(
                "dossier",
                "NNPNN?",
                {"administration": 5, "shame": 3},
                "NNYN?N",
                words=("Weer papieren. Weer alles uitleggen.",),
                outcome="adopted",
                answer="Je vult niets meer in. Je maatschappelijk werker belt, en binnen een week weet je het.",
            ),
            DemoRead("uitrusting", "YYPYNY", {"equipment": 2, "shame": 2}, "YYNYYY"),
            DemoRead("kennen", "Y?PY?Y", {"information": 1}, "YYYYYY"),
        ),
    ),
    DemoRound(
        2026,
        "03-02",
        "03-27",
        "een vereniging van mensen in armoede",
        (
            DemoRead("uitpas", "YYYYYYY", {}, "YYYYYYY"),
            DemoRead("dossier", "YPYYPY?", {"administration": 3}, "YYYYYYY"),
            DemoRead(
                "uitrusting",
                "NNYNPNN",
                {"time": 4, "equipment": 3},
                "YNYYNYY",
                words=("De bon komt als het seizoen al bezig is.",),
                outcome="adopted",
                answer="De bon vertrekt nu in juli, voor het seizoen begint.",
            ),
            DemoRead("kennen", "PYY?PYY", {"information": 2}, "YYYYYYY"),
        ),
    ),
)

WERVIK_ROUNDS = (
    DemoRound(
        2025,
        "03-10",
        "04-04",
        "een jeugdwelzijnswerker",
        (
            DemoRead("maandelijks", "YYYYYY", {"transport": 2}, "YYYYYY"),
            DemoRead(
                "lidgeld",
                "NNNPY?",
                {"money": 4, "administration": 2},
                "NYNYY?",
                words=("De helft van het lidgeld is voor ons nog te veel.",),
                outcome="partly-adopted",
                answer="Voor kinderen betalen we nu drie vierde van het lidgeld.",
                reason="Alles betalen kan niet: dan is het geld in mei op.",
            ),
            DemoRead("opvang", "YYP?YY", {"information": 1}, "YYYYYY"),
        ),
    ),
    DemoRound(
        2026,
        "03-09",
        "04-03",
        "een jeugdwelzijnswerker",
        (
            DemoRead("maandelijks", "YYPYYYY", {"transport": 3, "time": 1}, "YYYYYYY"),
            DemoRead("lidgeld", "YPYYNY?", {"money": 2}, "YYYYYYY"),
            DemoRead("opvang", "PYNYNYP", {"childcare": 2, "information": 2}, "YYYYNYY"),
        ),
    ),
)

ANTWERPEN_ROUNDS = (
    DemoRound(
        2015,
        "03-02",
        "03-27",
        "een vereniging van mensen in armoede",
        (
            DemoRead("kaart", "YYYPYY", {"money": 1}, "YYYYYY"),
            DemoRead(
                "loketten",
                "NNPN?N",
                {"shame": 4, "information": 3},
                "NYNNYY",
                words=("In de rij staan ziet iedereen waarvoor ge komt.",),
                outcome="adopted",
                answer="Aan elk loket is er nu een rustige hoek. Je maakt ook een afspraak als je dat liever hebt.",
            ),
            DemoRead("bemiddelen", "YYYY?Y", {"information": 1}, "YYYYYY"),
        ),
    ),
)
