"""What leaves the library for others: annotations in the forms that other programs read."""
