"""Channels beside REST: each a package, each named by its class in credentials.yml."""
