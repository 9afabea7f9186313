"""Notes and records as one JSON file for each document, beside the files of the library."""
