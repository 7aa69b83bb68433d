"""The code of the letter box: two words and two numbers, easy to copy by hand and hard to guess."""

from __future__ import annotations

import re
import unicodedata

# 256 short everyday words, each once: with two words and two numbers a code is one of 6.5 million million.
WORD_LIST = """
AARD ADEM AKER ANJE APEN APPEL ARTS AVOND BAAI BAAN BAKKER BAL BAND BANK BEEK BEEN BEER BEKER BEL BERG BES BEUK BEVER
BIJL BIJ BLAD BLOEM BLOK BOEK BOER BOOG BOOM BOON BOOT BORD BOS BOTER BRIEF BRIL BROOD BRUG BUS CITROEN CLOWN DAK DAM
DANS DEEG DEKEN DEUR DIER DIJK DOEK DOOS DORP DRAAD DRAAK DROP DRUIF DUIF DUIN EGEL EIK EILAND EMMER EZEL FEE FEEST
FIETS FILM FLES FLUIT FOTO FRUIT GANS GARAGE GAST GEIT GELUID GITAAR GLAS GOUD GRAS GROEN GROND GROT HAAK HAAN HAAS
HAK HAL HAMER HAND HARP HAVEN HEK HELM HEMD HEUVEL HOED HOEK HOEF HOND HONING HOOI HOREN HOUT HUIS HUT IJS INKT JAS
JAAR JEUGD KAART KAAS KADER KAM KAMER KANO KAR KAST KAT KEGEL KELDER KERS KETEL KIEL KIND KIP KLAVER KLEI KLEUR KLOK
KNOOP KOE KOEK KOFFER KOK KOMEET KONIJN KOOR KORF KRAAN KRANS KRANT KRUK KUIL LAARS LADDER LADE LAM LAMP LAND LEEUW
LEPEL LENTE LICHT LIED LIJN LIMOEN LINDE LOEP LUCHT MAAN MAART MAND MANTEL MARKT MAST MEEL MEER MELK MEREL MEEUW MIER
MIST MOLEN MOND MOS MUIS MUNT MUTS MUUR NACHT NEST NEUS NOOT OEVER OLIJF OMA OOR OTTER PAARD PAD PALM PANDA PAPIER
PARK PEER PEN PERRON PIANO PLANK PLEIN PLUIM POES POORT POT PRUIM PUT RAAM RADIO RAND REGEN REIS RIET RING RIVIER
ROBOT ROK ROOS RUG SCHAAP SCHELP SCHIP SCHOEN SJAAL SLAK SLOT SNOEP SOEP SOK SPEL SPOOR STEEN STER STOEL STORM STRAAT
STRAND STRIK TAART TAFEL TAK TAND TAS TEEN TENT TOREN TREIN TROMMEL TUIN VIS VOGEL WATER
"""
WORDS = tuple(WORD_LIST.split())
SHAPE = re.compile(r"([A-Z]+)([0-9]{4})([A-Z]+)([0-9]{4})")


def code_from(drawn: bytes) -> str:
    """A code out of at least eight bytes that nobody can foresee: MELK-4271-ROOS-8350."""
    rest = int.from_bytes(drawn[:8], "big")
    rest, first = divmod(rest, len(WORDS))
    rest, second = divmod(rest, len(WORDS))
    rest, low = divmod(rest, 10_000)
    high = rest % 10_000
    return f"{WORDS[first]}-{low:04d}-{WORDS[second]}-{high:04d}"


def plain_code(typed: str) -> str:
    """A typed code in the one way of writing it, whatever stands between the parts; empty when it is no code."""
    signs = "".join(map(_plain_sign, unicodedata.normalize("NFKC", typed[:100]).upper()))
    found = SHAPE.fullmatch(signs)
    return "-".join(found.groups()) if found else ""


def _plain_sign(sign: str) -> str:
    if sign.isascii():
        return sign if sign.isalnum() else ""
    digit = unicodedata.digit(sign, None)
    return str(digit) if digit is not None else ""
