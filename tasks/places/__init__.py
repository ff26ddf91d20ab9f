"""Names to places: gazetteer entries with coordinates and precision."""
