"""What each command of `vigie` does. Nothing heavy is imported before a command runs."""
