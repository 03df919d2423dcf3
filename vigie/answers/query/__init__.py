"""A question as a query over the knowledge: its shape, its one-line form, its evaluation.

Pure and without French: `model` is what a query is, `line` its written form (data/nlu, tests,
`vigie ask --why`), `relations` what the knowledge lets one ask, `evaluate` what it answers.
"""
