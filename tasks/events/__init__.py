"""Sentences to mentions: type, participants, claimant, casualties, polarity."""
