"""Run with the environment of the command, set before NumPy is imported."""

from flows import environment as environment
