"""A question as a query over the knowledge: its shape, its one-line form, its evaluation.

Pure and without French: `model` is what a query is, `line` and `write` its written form
(data/corpus, tests, `vigie ask --why`), `relations` what the knowledge lets one ask, `world` what
it says of that, `evaluate` what it answers.
"""
