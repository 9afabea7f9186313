"""Passages found again in texts that have changed."""
