"""What was learned from coded documents: small models that stand beside the rules."""
