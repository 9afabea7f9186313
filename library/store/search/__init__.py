"""The search index in index.db: made from library.db, and made anew whenever in doubt."""
