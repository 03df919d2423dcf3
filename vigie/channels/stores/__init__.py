"""What the channels remember: in a file, or in the Redis of all replicas."""
