"""The library as a table."""
