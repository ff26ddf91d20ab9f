"""Time expressions to EDTF with an honest interval."""
