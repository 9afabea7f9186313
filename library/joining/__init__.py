"""Joining the texts of a document with its scan: words gathered, aligned, and kept in step."""
