"""The strip: each line of the scan directly above the words of the text that stand on it."""
