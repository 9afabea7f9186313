"""The scan: pages drawn, turned, zoomed and marked."""
