"""What Vigie was compared with, and how its thresholds were chosen. See README.md."""
