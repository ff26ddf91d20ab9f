"""The recipe of the learned parts of the events room."""
