"""Real pages with known words, to measure the joining of text and scan."""
