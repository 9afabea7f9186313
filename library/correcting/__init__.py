"""The corrections of the reader, laid over a text that itself stays as it is."""
