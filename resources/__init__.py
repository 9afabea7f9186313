"""What the program ships with: fonts, icons and the guide."""
