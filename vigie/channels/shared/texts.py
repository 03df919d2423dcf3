"""What the channels themselves say; the hotline is in most of it, whatever else is down."""

from __future__ import annotations

from vigie.answers.typography import typeset
from vigie.server.texts import EMERGENCY, HOTLINE

_HELP = (
    f"En danger immédiat aux États-Unis, appelez le {EMERGENCY}. "
    f"Aide confidentielle, à toute heure : {HOTLINE}."
)

CANNOT_READ = {
    "image": "Je lis seulement le texte : je ne peux pas voir cette image.",
    "video": "Je lis seulement le texte : je ne peux pas regarder cette vidéo.",
    "voice": "Je lis seulement le texte : je ne peux pas écouter ce message.",
    "file": "Je lis seulement le texte : je ne peux pas ouvrir ce fichier.",
    "sticker": "Je lis seulement le texte : un autocollant ne me dit rien.",
    "contact": "Je lis seulement le texte : je ne peux ni ouvrir cette fiche, ni appeler ce "
    "contact, ni lui écrire.",
    "location": "Je lis seulement le texte : je ne vois pas où vous êtes, et je ne préviens "
    "personne. Si vous attendez des secours, dites votre position au 911.",
    "": "Je lis seulement le texte : je ne peux ni voir une image, ni écouter un message, ni "
    "ouvrir un fichier.",
}
"""What to say to what is no text, by its kind."""


def cannot_read(kind: str) -> str:
    """The answer to a picture, a voice message, a place and the like."""
    said = CANNOT_READ.get(kind, CANNOT_READ[""])
    return typeset(f"{said} Écrivez-moi votre question.\n{_HELP}")


ENCRYPTED = typeset(
    "Ce salon est chiffré : je ne peux pas le lire, et vos messages m'arrivent illisibles. Je le "
    f"quitte. Pour me parler, invitez-moi dans un nouveau salon, sans chiffrement.\n{_HELP}"
)
OPEN_ROOM = typeset(
    "D'autres peuvent lire ce qui s'écrit dans ce salon : je le quitte. Pour me parler, "
    f"invitez-moi dans une conversation chiffrée et privée.\n{_HELP}"
)
UNREADABLE = typeset(
    "Je n'ai pas pu déchiffrer votre message : écrivez-le-moi encore une fois, s'il vous plaît.\n"
    + _HELP
)
STOPPED = typeset(f"C'est noté : je ne vous écrirai plus. Pour revenir : REPRENDRE.\n{_HELP}")
RESUMED = typeset("Me revoici : posez votre question. Pour ne plus rien recevoir : STOP.")
SLOW_DOWN = typeset(
    "Vous m'écrivez très vite : attendez une minute avant le prochain message, s'il vous plaît.\n"
    + _HELP
)
BUSY = typeset(
    "Beaucoup de personnes m'écrivent en ce moment : réessayez dans une minute, "
    f"s'il vous plaît.\n{_HELP}"
)
PRIVATELY = "Je vous réponds en privé."
PRIVATELY_INVITED = typeset("Je vous réponds en privé : acceptez mon invitation.")
MENU = {
    "aide": "Ce que je sais faire, et le numéro d’aide",
    "personne": "Comment joindre une personne",
    "stop": "Ne plus rien recevoir",
    "reprendre": "Recevoir de nouveau mes réponses",
}
"""The commands that a platform shows, and what they do; each is a word of `words`."""
MORE_HINT = "(SUITE pour lire la suite)"
CHOOSE = "Que choisissez-vous ?"
BY_NUMBER = typeset("Répondez par un numéro.")


def about(contact: str) -> str:
    """The answer to AIDE: the help first, then who speaks, whom to write to, how to stop."""
    lines = [
        _HELP,
        "Je suis Vigie, un robot : je dis qui fait quoi, dans l'État fédéral américain, contre "
        "la traite des personnes.",
        f"Pour joindre une personne : {contact}." if contact else "",
        "Pour ne plus rien recevoir : STOP.",
    ]
    return typeset("\n".join(line for line in lines if line))


def person(contact: str) -> str:
    """The answer to who asks for a person; honest where there is none."""
    hotline = (
        f"Pour une situation de traite ou d'exploitation, des personnes répondent au {HOTLINE}, à "
        f"toute heure ; en danger immédiat, appelez le {EMERGENCY}."
    )
    if contact:
        return typeset(f"Je suis un robot. Pour joindre une personne : {contact}.\n{hotline}")
    return typeset(
        "Je suis un robot : ici, personne ne lit ni ne répond, et je ne peux pas vous passer "
        f"quelqu'un.\n{hotline}"
    )


def seen_by(platform: str) -> str:
    """The line of the first contact: who else reads."""
    return typeset(
        f"À savoir : {platform} voit nos messages et ils restent sur votre téléphone ; "
        "effacez-les s'ils peuvent vous nuire."
    )


HTTP_ERRORS = {
    400: "Le corps de la requête ne se lit pas.",
    401: "Cette requête n’est pas signée.",
    403: "La signature de cette requête n’est pas la bonne.",
    404: "Il n’y a rien à cette adresse.",
    503: "Trop de messages attendent : livrez celui-ci de nouveau dans quelques secondes.",
}
