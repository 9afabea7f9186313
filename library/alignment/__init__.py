"""Which text lies where on the scan."""
