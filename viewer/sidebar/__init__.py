"""The side panel: the record and the notes."""
