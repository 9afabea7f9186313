"""Citing a document: the styles' sentences, and files for programs that keep references."""
