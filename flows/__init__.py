"""What runs, and in which order; no logic."""
