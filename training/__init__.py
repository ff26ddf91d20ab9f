"""The recipe of the language models: convert treebanks, train, pack. `make models` runs it."""
