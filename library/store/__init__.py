"""The library on disk: the only place with SQL."""
