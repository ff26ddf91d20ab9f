"""Names to known actors: who they are, of which country and sector."""
