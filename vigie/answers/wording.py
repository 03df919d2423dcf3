"""Small signs in the wording that change an answer: how many, each year, abroad, only one.

They are read on the folded text with shorthand written out (`Question.words`).
"""

from __future__ import annotations

import re

_CUES = {
    "count": r"\b(combien|nombre|compte|total|nb)\b",
    "annual": r"\b(annuel\w*|annee|annees|ans|an|chaque annee|tous les ans)\b",
    "how_often": (
        r"(quelle frequence|combien de fois|tous les combien|a quel rythme|periodicite|"
        r"souvent|regulierement)"
    ),
    "only_one": r"\b(un seul|une seule|qu un|seulement un|seul rapport)\b",
    "most": r"\b(le plus|plus de|plusieurs|plus d un|plus qu un|davantage|champion)\b",
    "fewer": r"\b(le moins|moins)\b",
    "undescribed": (
        r"\b(quatre|4) (autres?|derniers?|dernieres?|organismes|entites|qui|restants?)\b|"
        r"pas decrit|sans description|seulement nomm|cites? sans|juste (cites?|nomm)|rien "
        r"(de plus|d autre)"
    ),
    "white_house": r"\b(maison blanche|white house|presidence|bureau ovale)\b",
    "who_kind": (
        r"\b(quel genre|quelle sorte|quel type|quels types|quel profil|quels profils|genre "
        r"de|sorte de|type de)\b"
    ),
    "all": (
        r"\b(tous|toutes|complete?|integrale?|entiere?|au complet|liste (de|des) (membres|"
        r"rapports|organismes|agences|comites))\b"
    ),
    "english": r"\b(anglais|anglaise|english|en version originale|vo)\b",
    "french": r"\b(francais|francaise|en fr|traduction|traduit|traduire)\b",
    "acronym": r"\b(sigle|acronyme|abreviation|initiales|lettres|abrege)\b",
    "first": r"\b(premi\w*|1er|1ere)\b",
    "written": r"\b(rapports?|listes?|documents?|publications?|ecrits?|inventaires?|ouvrages?)\b",
    "either": r"\b(lequel|laquelle|lesquels|lesquelles|ou)\b",
    "publication": (
        r"\b(rapports?|listes?|documents?|publi(?!c\b|cs\b|que\b|ques\b)\w*|inventaire|conclusions|etudes?|ecrits?|"
        r"ouvrages?)\b"
    ),
    "law_word": r"\b(loi|lois|legislati\w*|texte|juridique|legal\w*)\b",
    "goes_on": r"^(et|pis|ah|ok|mais|donc|alors|puis)\b(\s\w+){1,8}$",
    "foreign": (
        r"\b(ministere|departement|gouvernement|police|etat|autorites?|agence|organisme)s? "
        r"(francais|canadien|quebecois|haitien|senegalais|ivoirien|camerounais|malien|beninois|"
        r"belge|suisse|marocain|tunisien|algerien|britannique|mexicain|europeen)\w*\b"
    ),
    "laws": (
        r"\bquels? loi[sx]\b|\bloi[sx]? (son|sont|est) cit|\b(quelles|les|des|liste des|"
        r"combien de|toutes les|kel|ces) lois\b|\btextes? de lois?\b"
    ),
    "this": r"\b(ca|cela|ceci|celui ci|celui la|ce truc|cette chose|la dessus|y)\b",
    "which_ones": (
        r"^(et )?(ce sont |c est |cest )?(lesquels?|lesquelles?|laquelle|quels sont ils|"
        r"leurs noms?|c est quoi leurs noms?|comment ils s appellent)( stp| svp| s il (te|"
        r"vous) plait| exactement| au juste| deja)*$"
    ),
    "this_kind": (
        r"\b(ce|cet|cette) (departement|ministere|agence|organisme|rapport|comite|loi|"
        r"groupe|conseil)\b"
    ),
    "plural_pronoun": r"\b(ils|elles|leurs?|ceux ci|celles ci)\b",
    "kind_only": (
        r"\b(ce|cet|cette|le|la|du|l) (departement|ministere|agence|organisme|rapport|"
        r"comite|loi|groupe|conseil)\b"
    ),
    "among": r"\b(parmi|entre|lequel de|laquelle de|lequel des|laquelle des|desquels)\b",
    "plural_you": r"\b(lesquels|lesquelles)\b",
    "pronoun": (
        r"\b(il|elle|ils|elles|lui|leur|leurs|en|y|ca|cela|celui|celle|son|sa|ses|ce|cet|"
        r"cette|eux|dedans|dessus)\b"
    ),
    "polar_surely": (
        r"^(est ce que|eske)\b|\b(oui ou non|n est ce pas|pas vrai|est ce vrai|c est vrai|"
        r"est ce exact|vrai ou fau\w*|je me trompe)\b"
    ),
    "wh": (
        r"\b(qui|que|quoi|quel|quelle|quels|quelles|lequel|laquelle|lesquels|lesquelles|"
        r"combien|quand|comment|ou|pourquoi|nombre)\b"
    ),
    "polar": (
        r"\b\w{3,} t (il|elle|ils|elles)\b|^(et |mais )?\w{3,} (t )?(il|elle|ils|elles) |"
        r"^(est ce que|c est bien|c est vrai|vrai|il parait)|\b(oui ou non|n est ce pas|"
        r"pas vrai|c est vrai|est ce vrai|est ce exact|exact|vrai ou faux|ou pas|je me "
        r"trompe|non)\s*$|\b(est|sont|fait|font|a|ont|peut|peuvent|siege|figure|compte|"
        r"publie|preside|finance|enquete|est ce) (il|elle|ils|elles|t il|t elle|t ils|tu|"
        r"ce bien|bien)\b"
    ),
    "negated": r"\b(ne|n) (\w+ ){1,3}(pas|rien|aucun|jamais)\b",
    "different": r"\b(differents?|differentes?|distincts?|pas les? memes?|deux ministeres)\b",
    "same": r"\b(meme|memes|pareil|identique)\b",
}
_COMPILED = {name: re.compile(pattern) for name, pattern in _CUES.items()}
_YEAR = re.compile(r"\b(19|20)\d\d\b")
_NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize dix_sept dix_huit dix_neuf vingt".split()
    )
}
_NUMBER_WORDS.update(
    {"quinzaine": 15, "dizaine": 10, "douzaine": 12, "vingtaine": 20, "trentaine": 30}
)
_ORDINALS = {
    "premier": 1,
    "premiere": 1,
    "1er": 1,
    "1ere": 1,
    "first": 1,
    "deuxieme": 2,
    "second": 2,
    "seconde": 2,
    "2e": 2,
    "2eme": 2,
    "2nd": 2,
    "troisieme": 3,
    "3e": 3,
    "3eme": 3,
    "quatrieme": 4,
    "4e": 4,
    "4eme": 4,
    "cinquieme": 5,
    "5e": 5,
    "5eme": 5,
    "sixieme": 6,
    "6e": 6,
    "6eme": 6,
    "septieme": 7,
    "7e": 7,
    "7eme": 7,
    "huitieme": 8,
    "8e": 8,
    "8eme": 8,
    "neuvieme": 9,
    "9e": 9,
    "dixieme": 10,
    "10e": 10,
    "avant dernier": -2,
    "dernier": -1,
    "derniere": -1,
    "premye": 1,
    "dezyem": 2,
    "dernye": -1,
}


def has(words: str, cue: str) -> bool:
    """Whether the folded `words` carry `cue`, one of the names above."""
    return bool(_COMPILED[cue].search(words))


def years(words: str) -> tuple[int, ...]:
    """The years named in the text."""
    return tuple(int(match.group()) for match in _YEAR.finditer(words))


def numbers(words: str) -> tuple[int, ...]:
    """The whole numbers below 1900 named in figures or in letters; "un" and "une" do not count."""
    found = []
    for word in words.replace("dix sept", "dix_sept").replace("dix huit", "dix_huit").split():
        if word.isdigit() and int(word) < 1900:
            found.append(int(word))
        elif word in _NUMBER_WORDS and word != "un":
            found.append(_NUMBER_WORDS[word])
    return tuple(found)


def ordinals(words: str) -> tuple[int, ...]:
    """Places asked for, from 1; -1 is the last. "les deux premiers" gives 1 and 2."""
    several = re.search(
        r"\b(deux|trois|quatre|2|3|4) (premiers?|premieres?|derniers?|dernieres?)\b", words
    )
    if several:
        count = _NUMBER_WORDS.get(several.group(1)) or int(several.group(1))
        first = several.group(2).startswith("premi")
        return tuple(range(1, count + 1)) if first else tuple(range(-count, 0))
    found = [value for word, value in _ORDINALS.items() if re.search(rf"\b{word}\b", words)]
    if not found:
        lone = re.fullmatch(
            r"(?:(?:le|la|numero|no|n|option|choix) )*(\d{1,2}|un|deux|trois|quatre|"
            r"cinq)(?: (?:stp|svp|s il (?:te|vous) plait|merci))?",
            words,
        )
        if lone:
            value = lone.group(1)
            return (int(value) if value.isdigit() else _NUMBER_WORDS[value],)
    return tuple(found[:1]) if -2 in found else tuple(sorted(set(found), key=lambda v: (v < 0, v)))
