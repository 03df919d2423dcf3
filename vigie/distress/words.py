"""From what a person typed to the words that the cues of distress are compared with.

The form is rough on purpose: what a frightened person types on somebody else's telephone has
no accents, no apostrophes, doubled or missing letters and SMS forms. Pure standard library:
this must work when nothing else does.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 1000
"""Characters that are read of each end of a message; the rest of a very long one is not."""

_APOSTROPHES = str.maketrans(
    dict.fromkeys("’‘`´ʼ＇", "'") | {"œ": "oe", "æ": "ae", "ß": "ss", "ç": "s"}
)
_NOT = re.compile(r"n't\b")
_SHORT = re.compile(r"\b(i|you|he|she|it|we|they|who|what|that|there|here)'(m|ve|re|ll|d|s)\b")
_WORD = re.compile(r"[a-z]+|[0-9]+")
_DOUBLED = re.compile(r"([a-z])\1+")
_SOFT_C = re.compile(r"c(?=[eiy])")
_HARD_C = re.compile(r"c(?!h)")
_NAME = (
    r"(?:mon (?:frere|grand|ami|pote|cher|vieux)|ma (?:soeur|chere|belle)|tonton|tata|grand|chef"
    r"|my friend|bro|hermano|amigo|fre m|zanmi m)"
)
_HAIL = re.compile(
    rf"^\W*(?:(?:bonjour|bonsoir|salut|alo|non|oui|dis|pardon),?\s+)?{_NAME}\s*[,!]"
    rf"(?!\s*(?:il|elle|ils|elles|on|son|sa|qui|a|est|he|she|esta)\b)|,\s*{_NAME}\W*$"
)
"""How one hails somebody: "mon frère, ..." tells of no brother."""
_GLUED = re.compile(r"j(?=[bcdfgklmnpqrtvxz][a-z]{1,})")
_DONE = re.compile(
    "pri[st]?$|fai[ts]?$|mi[st]?$|di[ts]?$|(?:frap|tap|enferm|amen|emen|konfisk|oblij|oblig|fors"
    "|menas|viol|touch|achet|done$|lais|retir|gard|vol[e]|piej|pieg|drog|vend|bat[u]|promi|ferm|brul"
    "|kach|suivi|retrouv|rase|coup|koup|demand|tatou|kid?nap)"
)
"""What follows "ma" that was meant as "m'a": "il ma pris"."""
_LONG = {"m": "am", "ve": "have", "re": "are", "ll": "will", "d": "would", "s": "is"}


_MARKS = dict.fromkeys(c for c in range(0x300, 0x1E94B) if unicodedata.combining(chr(c)))
"""All marks that combine with a letter, to be left out."""


def key(word: str) -> str:
    """`word` as it sounds, roughly: one letter for a doubled one, k for c and qu, s for z."""
    word = _DOUBLED.sub(r"\1", word)
    word = word.replace("qu", "k").replace("q", "k").replace("ph", "f").replace("z", "s")
    word = _HARD_C.sub("k", _SOFT_C.sub("s", word))
    return word.replace("y", "i") if len(word) > 2 else word


def plain(text: str) -> str:
    """Lower case without accents, one kind of apostrophe; an over-long text loses its middle."""
    if len(text) > 2 * LONGEST:
        text = f"{text[:LONGEST]} {text[-LONGEST:]}"
    text = text.lower().translate(_APOSTROPHES)
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", text).translate(_MARKS)


def _expansions(lines: str) -> dict[str, tuple[str, ...]]:
    pairs = (line.split(":") for line in lines.strip().splitlines())
    return {
        short: tuple(key(w) for w in full.split())
        for shorts, full in pairs
        for short in shorts.split()
    }


_SMS = _expansions("""
c cest:c est
g jai:j ai
jsuis jsui chui chuis chu jsu jss:je suis
jpe jpeu jpeux jpx jpeus:je peux
jve jveu jveux jvx:je veux
jvai jvais jvas:je vais
jdoi jdois:je dois
jme:je me
jle:je le
jte:je te
ya:il y a
yest:il est
jcroi jcrois:je crois
jsais jsai jse:je sais
sui:suis
peu:peux
ve veu:veux
ke q k qu:que
ki:qui
koi kwa:quoi
kom:comme
kan kand:quand
kelkun qqn quelkun:quelqu un
keske kesk keskon:qu est ce que
pr:pour
ds:dans
av avc ac:avec
ss:sans
pdt:pendant
tt tte tou tous toute toutes:tout
tjs tjrs tjr:toujours
jms jamai:jamais
pk pq pkoi pourkoi:pourquoi
svp stp slvp siouplait:plait
d:de
bcp:beaucoup
msg mess:message
tel telef fone fon phone:telephone
tph:telephone
mtn mnt maint mintenant maintenan mtnt:maintenant
aujd auj ajd:aujourd hui
ojd:aujourd hui
vs:vous
ns:nous
ms:mais
dc:donc
fo:faut
o:au
e:est
sest:s est
nai:n ai
nest:n est
quil kil kils quils:qu il
kel:quel
kelle:quelle
quon kon:qu on
dun:d un
dune:d une
mapri mapris:m a pris
im:i am
ive:i have
hes:he is
shes:she is
theyre:they are
theres:there is
thats:that is
whats:what is
u:you
ur:your
r:are
pls plz plez pleas:please
w:with
bc cuz becuz cus:because
rn:right now
smb sb:somebody
ppl:people
gf:girlfriend
bf:boyfriend
wanna:want to
gotta:got to
dunno:dont know
lemme:let me
xfa porfa xfavor:por favor
tamos:estamos
sqiero kiero:quiero
aki aqi:aqui
tngo:tengo
mw mwin:mwen
map:m ap
mwenm:mwen
lap:l ap
yap:y ap
kap:k ap
""")

_FILLERS = frozenset(
    key(w)
    for w in (
        "ne n vraiment trop meme aussi juste encore euh bah ben genre hein toujours "
        "really just even also still very actually always muy todavia siempre solo toujou "
        "franchement bref literally basically presque aucun aucune"
    ).split()
)


def words(text: str) -> list[str]:
    """The words of `text` in the form that the cues have, without those that say nothing."""
    return words_of(plain(text))


def words_of(heard: str) -> list[str]:
    """The same of what `plain` gave."""
    text = _HAIL.sub(" ", _NOT.sub("nt", heard))
    text = _SHORT.sub(lambda m: f"{m[1]} {_LONG[m[2]]}", text)
    found: list[str] = []
    rough = _WORD.findall(text)
    for word, following in zip(rough, [*rough[1:], ""]):
        if word == "ma" and _DONE.match(key(following)):
            found.extend(("m", "a"))
            continue
        long = None if word == "c" and following[:2] in ("es", "et") else _SMS.get(word)
        if long is not None:
            found.extend(w for w in long if w not in _FILLERS)
            continue
        if len(word) > 3 and word[0] == "j" and word != "jvta" and _GLUED.match(word):
            found.append("je")
            word = word[1:]
        sound = key(word)
        if sound not in _FILLERS:
            found.append(sound)
    return found
