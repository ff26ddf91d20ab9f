"""What is done: pure functions over frozen dataclasses and Arrow tables; the rooms stand in the order of the design."""
