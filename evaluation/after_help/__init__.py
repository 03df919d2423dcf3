"""What is said once help was given, played as whole conversations by the assistant."""
