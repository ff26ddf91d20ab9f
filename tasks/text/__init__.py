"""`RawDocument` to `Document`: normal form, segments, sentences, language of each."""
