"""Finding words in texts and notes: what is looked for, and what counts as the same."""
