"""Runs the expectations and parts good rows from rejected ones."""
