"""Dates as people write them, in English, French, German, Russian and Spanish."""
