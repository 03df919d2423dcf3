"""deploy/ as its own tools see it: nothing here talks to a cluster or to a registry."""
