"""From lines with their places on pages to a text in paragraphs."""
