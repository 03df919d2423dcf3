"""The topology of deploy/ on one machine, as plain processes: `python -m deploy.local`."""
