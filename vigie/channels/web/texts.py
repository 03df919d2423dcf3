"""The sentences of this channel; those of the server itself are in vigie.server.texts."""

INVALID = "Ce message n’a pas la forme attendue\u00a0: rechargez la page, s’il vous plaît."
EXPIRED = "La conversation a expiré\u00a0: écrivez-moi de nouveau, et elle recommence."
NOT_OFFERED = (
    "Ce choix n’est plus proposé\u00a0: posez votre question avec vos mots, s’il vous plaît."
)
STOPPING = "Le service redémarre\u00a0: il revient dans quelques secondes."
NOT_ERASED = "Je n’ai pas pu tout effacer\u00a0: réessayez dans un moment, s’il vous plaît."
CROWDED = "Trop de connexions\u00a0: réessayez dans quelques secondes."
