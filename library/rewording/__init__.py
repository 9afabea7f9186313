"""Giving texts another wording, with all that the reader made in them following."""
