"""What is asked of the shelf, and what it answers."""
