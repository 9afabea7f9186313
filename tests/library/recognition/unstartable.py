"""A worker module whose engine is not whole."""

raise ImportError("libengine.so is missing")
