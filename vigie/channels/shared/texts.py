"""What the channels themselves say; the hotline is in most of it, whatever else is down."""

from __future__ import annotations

from vigie.answers.grammar import typeset
from vigie.server.texts import EMERGENCY, HOTLINE

_HELP = (
    f"En danger immédiat aux États-Unis, appelez le {EMERGENCY}. "
    f"Aide confidentielle, à toute heure : {HOTLINE}."
)

CANNOT_SEE = typeset(
    "Je lis seulement le texte : je ne peux ni voir une image ou un autocollant, ni écouter "
    "un message vocal, ni ouvrir un fichier, un contact ou une position. Écrivez-moi votre "
    f"question.\n{_HELP}"
)
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
