"""Finding the words on scans that have none, in a process of its own."""
