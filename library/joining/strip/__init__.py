"""Scan and text line by line: each line of the scan with the words of the text that stand on it."""
