"""Files to `RawDocument`: formats, header, identity, encodings."""
