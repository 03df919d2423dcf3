"""From what the understanding found in a message to the queries that it may mean, the best first.

`evidence` is what was found, as things to use; `propose` puts them into the likeliest forms and
into the queries before; `rank` scores each proposal by what it rests on and what it leaves
unused.
"""
