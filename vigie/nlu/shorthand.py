"""Text-message French, Haitian Creole and some English written out, word by word.

Only words whose sound alone does not tell what they stand for: "c" is "c est", "cb" is
"combien". Keys and values are folded; a value may be several words.
"""

from __future__ import annotations

_TABLE = """
ac=avec | agencies=agences | agency=agence | ajans=agence | ak=avec | ane=annee | anket=enquete
asso=association | av=avec | avc=avec | bay=donne | bcp=beaucoup | bezwen=besoin | bjr=bonjour
bonjou=bonjour | boss=chef | bsr=bonsoir | c=c est | cb=combien | cest=c est | cets=c est
chaired=preside | chairs=preside | chak=chaque | chu=je suis | chui=je suis | cki=c est qui
ckoi=c est quoi | cmb=combien | cmt=comment | coman=comment | combi1=combien | coment=comment
commen=comment | committee=comite | committees=comites | council=conseil | created=cree
ct=c etait | daccord=d accord | dan=dans | dc=donc | def=definition | dep=departement
department=departement | depi=depuis | dept=departement | diff=difference | dir=dire | does=fait
dotre=d autre | dotres=d autres | dpt=departement | ds=dans | ede=aide | egziste=existe
ekip=equipe | enket=enquete | enkete=enquete | ankete=enquete
eske=est ce que | etranje=etranger | fai=fait | fe=fait | femen=ferme | fer=faire
fet=fait | fo=faut | fomasyon=formation | fose=force | g=j ai | gen=il y a | genyen=il y a
gouv=gouvernement | government=gouvernement | gvt=gouvernement | gwoup=groupe | how=comment
info=information | infos=informations | investigate=enquete | investigates=enquete | jai=j ai
jen=j en | jme=je me | jsp=je sais pas | jsui=je suis | jsuis=je suis | jve=je veux
jveu=je veux | jveux=je veux | k=que | kamyon=camion | kan=quand | kand=quand | ke=que | kel=quel
keleke=quelque | kelke=quelque | kelkun=quelqu un | kelle=quelle | kels=quels
kesk=qu est ce que | keske=qu est ce que | keski=qu est ce qui | kestion=question | ki=qui
kijan=comment | kil=qu il | kile=quand | kisa=quoi | kiyes=qui | koi=quoi | komite=comite
konbyen=combien | konsey=conseil | konsiltatif=consultatif | kreye=cree | kwa=quoi | ladan=dedans
lajan=argent | law=loi | lekol=ecole | leta=etat | li=il | lis=liste | lopital=hopital | lwa=loi
mande=demande | manm=membre | many=combien | mem=meme | members=membres | mesi=merci
min=ministere | ministe=ministere | moun=gens | msg=message | mtn=maintenant | mwen=moi | nn=non
ns=nous | okipe=occupe | oswa=ou | otre=autre | otres=autres | ouai=oui | ouais=oui
pcq=parce que | peyi=pays | pibliye=publie | pis=et | pk=pourquoi | pkoi=pourquoi | pou=pour
poukisa=pourquoi | pq=pourquoi | pr=pour | prezidan=president | prezide=preside | prkoi=pourquoi
prof=professeur | profs=professeurs | psk=parce que | publishes=publie | pwodwi=produits
qd=quand | qq=quelques | qqn=quelqu un | qqun=quelqu un | rapo=rapport | rapor=rapport
raport=rapport | report=rapport | reports=rapports | ricain=americain | ricains=americains
sa=ca | sapel=s appelle | sapelle=s appelle | sappelle=s appelle | slt=salut | stp=s il te plait
survivors=rescapes | svp=s il vous plait | tanpri=s il vous plait | tes=tu es | timoun=enfants
tjs=toujours | tkt=t inquiete pas | toujou=toujours | trafficking=traite | trafik=traite
travay=travail | tret=traite | ts=tous | tt=tout | us=etats unis | usa=etats unis | veu=veut
victims=victimes | viktim=victime | vre=vrai | vs=vous | what=quoi | when=quand | which=quel
who=qui | wi=oui | ya=il y a | yatil=y a t il
"""

SHORTHAND: dict[str, str] = dict(
    entry.strip().split("=") for line in _TABLE.strip().splitlines() for entry in line.split(" | ")
)


def spell_out(words: list[str]) -> list[str]:
    """`words` with shorthand written out (one word may become several)."""
    spelled: list[str] = []
    for word, after in zip(words, [*words[1:], ""]):
        spelled.extend(written_out(word, after))
    return spelled


def written_out(word: str, after: str = "") -> list[str]:
    """What `word` stands for; "c" before "est" is no shorthand: "c'est" stays "c est"."""
    return [word] if (word, after) == ("c", "est") else SHORTHAND.get(word, word).split()
