"""A law in the place of what a law created: « et la loi de 2015 ? » after « quelle loi est à
l'origine de la PITF ? » asks what that law is."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.query.world import World


def of_a_law(query: Query, world: World) -> Query:
    """`query`, of what a law is instead of which law it comes from, but for an amendment."""
    if (query.act, query.want) != ("get", "origin") or len(query.subjects) != 1:
        return query
    (one,) = query.subjects
    if not isinstance(one, str) or world.kind(one) != "law" or world.right("amends", one):
        return query
    return Query("describe", subjects=(one,))
