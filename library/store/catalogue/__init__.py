"""The shelf in index.db: every document as a row to sort, filter, group and count by."""
