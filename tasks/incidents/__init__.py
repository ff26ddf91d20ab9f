"""Mentions to events: one incident out of all its reports."""
