"""That nothing is lost: seals on what the reader made, checks, backups, and mending."""
