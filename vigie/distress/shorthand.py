"""What people type for short, with the words meant; and the words that say nothing.

Pure standard library: this must work when nothing else does.
"""

from __future__ import annotations

from vigie.distress.sound import key


def _expansions(lines: str) -> dict[str, tuple[str, ...]]:
    pairs = (line.split(":") for line in lines.strip().splitlines())
    return {
        short: tuple(key(w) for w in full.split())
        for shorts, full in pairs
        for short in shorts.split()
    }


SMS = _expansions("""
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
"""SMS forms and slips, and the words that they stand for."""
FILLERS = frozenset(
    key(w)
    for w in (
        "ne n vraiment trop meme aussi juste encore euh bah ben genre hein toujours "
        "really just even also still very actually always muy todavia siempre solo toujou "
        "franchement bref literally basically presque aucun aucune"
    ).split()
)
"""Words that say nothing of distress."""
