"""The contracts, each table defined once, and the lake, their only writer."""
