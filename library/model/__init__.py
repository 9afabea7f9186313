"""What things are: documents, texts, places, notes and changes.  No Qt, no SQL, no PDF."""
