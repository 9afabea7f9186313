"""Laying the text upon what was seen of the scan, where it could not be joined by its letters.

An engine that reads by connectionist temporal classification thinks more possible than it
says.  Between two words that are surely joined, the words of the text are spelled upon what
it saw (forced alignment), and each gets its place, and how likely it is there.
"""
