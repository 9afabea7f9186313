"""The guide that a new library holds, and what builds it."""
