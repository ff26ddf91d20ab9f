"""Language models to clauses: predicate, roles, negation and speaker, the same for every language."""
