"""Documents that are in the library twice: found, told apart, and made one."""
