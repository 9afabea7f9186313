"""Searching the library: the field, the results, each hit in its line."""
