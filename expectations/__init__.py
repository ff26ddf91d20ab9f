"""The Great Expectations suite of each table, a module each."""
