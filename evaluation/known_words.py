"""The words that the queue of misses may hold: `python -m evaluation.known_words` writes them.

A word gets in when many authors of the corpus, or the topics of the knowledge, write it in small
letters; those that are also names of people, numbers, days, months, peoples, or that say nothing
alone, stay out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from vigie.answers.misses import WORDS
from vigie.knowledge.load import load
from vigie.knowledge.text import fold
from vigie.nlu.examples import examples
from vigie.nlu.features import STOP_WORDS

ROOT = Path(__file__).parents[1]
AUTHORS = 8
"""Authors who must have written a word."""
SHORTEST = 4
"""Letters of a word that says something."""
HEAD = """\
# The only words that `vigie misses` can ever show. Written by `python -m evaluation.known_words`,
# which says what stays out; none is to be added by hand.
"""
_WORD = re.compile(r"[^\W\d_]+")
_KEPT_OUT = frozenset(
    """
    aime aimee aimes ange arme belle blanc blanche bonte boss brun champion champs cher claire
    clair fleur franc franche france grace gros juste justice lance leroy lis lune maire marche
    marchand marin marine mercier modeste noir noire olive parfait perle petit petite prince
    reine rose rosier rousse roy saint soleil victoire vital jean jane john marie martin pierre
    printemps avril automne aout fevrier janvier juillet juin mars mai novembre octobre septembre
    decembre hiver ete lundi mardi mercredi jeudi vendredi samedi dimanche
    zero deux trois quatre cinq sept huit neuf onze douze treize quatorze quinze seize vingt trente
    quarante cinquante soixante septante octante huitante nonante cent cents mille millions million
    milliards milliard dizaine dizaines douzaine quinzaine vingtaine premier premiere premiers
    second seconde deuxieme troisieme quatrieme cinquieme sixieme moitie demi double triple
    renes beninoise malienne philippins haitiens africaine indienne americans onusiens jvta tvpa
    spog pitf usaid usda eeoc ustr moral start
    nepalais nepalaise indiens espagnol espagnole espagnols anglais anglaise francais francaise
    europeenne europeen creole haitien haitienne haitiens chinois chinoise mexicain mexicaine
    aimerais aurais aurait aussi autant avais avait avant ayant celles cellule cest ceux chacun
    chui cela dela dedan depui detat dessous dautre durgence ecri enkete eske etais etait jsui
    konsey kote ladan lagriculture lajan largent larmee leducation leeoc lekel lekol letranger
    linterieur lusaid machin mesi moun mwen nimewo nivo okipe ouais otres papye peye pita rapo rapor
    raport soccupe soti tanpri timoun trafik trafikan travay viktim yeux zafe ajans anko anpil
    chak depatman departemant conbien comission commite campain abrege justisse offre nome
    ocupe poursui jwenn kisa menm jdoi haha hein tonton papie mamie chum dude
    allo alor alors ainsi apres auquel auraient autour avoir avons celui chaque combien comment
    comme contre dans davantage debout dehors deja depuis derriere desquels devant devoir dont
    dites doivent donc elle elles encore enfin ensuite entre environ etes etre etaient faire fait
    faite faites faits faudrait faut fois hormis hors jamais jusqu jusque laquelle lequel lesquel
    lesquelles lesquels leur leurs lors lorsque maintenant malgre meme memes mieux moins
    neanmoins notre nous oubliais oublie parce pareil parmi partout pendant peut peuvent
    plus plusieurs plutot pour pourquoi pourrais pourrait pourriez pourtant pouvez pouvoir presque
    puis puisse quand quant quel quelle quelles quelqu quelque quels quoi rien sais sait sans sauf
    saurais savez savoir selon seraient serait sinon soient soit sommes sont sous souvent suis
    surtout tandis tant tantot tard tellement tenez tous tout toute toutes toujours tres trop vais
    veulent veut veux vers voici voila voir vois voit vont votre voudrais voudrait voulais vous
    vrai vraie vraiment vrais this that with from what which where does have will your they
    """.split()
)
"""Looked through by hand in what the corpus gives."""


def written(root: Path) -> Iterator[tuple[str, str]]:
    """Who wrote what: the examples, the questions of the corpus."""
    for example in examples(root / "data"):
        yield example.block.persona, example.text
    for path in sorted((root / "data" / "corpus").glob("q*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if " | " in line:
                yield path.stem, line.partition(" | ")[2]


def common(root: Path = ROOT) -> list[str]:
    """The words that may be held, in order."""
    authors: dict[str, set[str]] = defaultdict(set)
    for who, text in written(root):
        for word in _WORD.findall(text):
            if word.islower():
                authors[fold(word)].add(who)
    known = {word for word, some in authors.items() if len(some) >= AUTHORS}
    for topic in load(root / "knowledge").topics:
        for way in (topic.label, *topic.ways):
            known |= {fold(word) for word in _WORD.findall(way) if word.islower()}
    return sorted(
        word
        for word in known - _KEPT_OUT - STOP_WORDS
        if len(word) >= SHORTEST and word.isalpha() and word.isascii()
    )


def main() -> None:
    """Write the list."""
    lines = fill(" ".join(common()), 98, break_on_hyphens=False)
    WORDS.write_text(f"{HEAD}{lines}\n", "utf-8")


if __name__ == "__main__":
    main()
