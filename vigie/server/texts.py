"""What the server itself says to people, when the assistant cannot.

These sentences need no model, no knowledge file and no store: they are what remains when all
of these are down. The hotline is therefore written here too; a test compares it with
knowledge/safety.yml.
"""

HOTLINE = "1-888-373-7888"
HOTLINE_SMS = "233733"
EMERGENCY = "911"

_HELP = (
    f"Si vous ou quelqu’un d’autre êtes en danger immédiat aux États-Unis, appelez le {EMERGENCY}. "
    "Pour une aide confidentielle, à toute heure : "
    f"{HOTLINE} (ligne nationale contre la traite des êtres humains), "
    f"ou par SMS au {HOTLINE_SMS}."
)

FAILURE = (
    "Je n’arrive pas à répondre pour l’instant. Réessayez dans un moment, s’il vous plaît.\n"
    + _HELP
)
BUSY = (
    "Beaucoup de personnes m’écrivent en ce moment. "
    "Réessayez dans quelques secondes, s’il vous plaît.\n" + _HELP
)
SLOW_DOWN = (
    "Vous m’écrivez très vite : attendez quelques secondes avant le prochain message, "
    "s’il vous plaît.\n" + _HELP
)

WITHOUT_CONTEXT = (
    "Je ne peux pas garder le fil de notre conversation pour l’instant\u00a0: "
    "posez chaque question en entier, s’il vous plaît."
)


def too_long(limit: int) -> str:
    """The calm answer to a message of more than `limit` characters."""
    shown = f"{limit:,}".replace(",", "\u202f")
    return (
        f"Votre message est trop long pour moi : je lis jusqu’à {shown} caractères. "
        "Posez votre question en une ou deux phrases, s’il vous plaît.\n" + _HELP
    )


FOREIGN_ORIGIN = "Cette page n’a pas le droit d’interroger Vigie (voir VIGIE_ORIGINS)."

FOREIGN_FORM = (
    "Cette question vient d’une page d’un autre site\u00a0: posez-la ici, s’il vous plaît."
)
NO_QUESTION = "Écrivez une question, puis envoyez-la."

HTTP_ERRORS = {
    400: "Requête mal formée.",
    403: FOREIGN_ORIGIN,
    404: "Il n’y a rien à cette adresse.",
    405: "Cette méthode n’est pas permise ici.",
    408: "La requête est arrivée trop lentement.",
    413: "Le corps de la requête est trop grand.",
    415: "Le corps doit être du JSON (Content-Type: application/json).",
    417: "L’en-tête Expect n’est pas compris.",
    421: "Ce serveur ne répond pas sous ce nom.",
    429: "Trop de requêtes : réessayez dans quelques secondes.",
    500: "Le serveur a rencontré une erreur.",
    503: "Le service n’est pas prêt.",
}
