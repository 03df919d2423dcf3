"""A text as a person writes it, long enough to be repeated without being a pattern."""

PROSE = (
    "Bonjour, je travaille dans une petite association qui accueille des femmes venues de "
    "l’étranger, et plusieurs d’entre elles ont été forcées à travailler dans des restaurants sans "
    "être payées. L’une a réussi à partir, mais son employeur garde son passeport. Nous ne savons "
    "pas à qui nous adresser : quel ministère enquête sur le travail forcé, et qui peut aider une "
    "victime à rester dans le pays ? J’ai lu le rapport du département d’État sur la traite des "
    "personnes, sans y trouver de réponse. "
)
