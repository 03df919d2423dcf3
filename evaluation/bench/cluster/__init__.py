"""Several replicas measured: throughput, a killed replica, a rolling restart, a long run."""
