"""Which paragraphs of a translation belong to which of the original."""
