"""The text beside the scan."""
