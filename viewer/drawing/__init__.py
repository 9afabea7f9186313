"""Pieces of scan pages: asked for, held, and painted; for every panel that shows them."""
