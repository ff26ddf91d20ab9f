"""What runs, and in which order; no logic."""

from flows import environment as environment  # before any library that reads its settings when it is imported
