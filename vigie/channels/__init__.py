"""Channels beside REST: the web page's, and the messaging platforms' on one shared layer."""
