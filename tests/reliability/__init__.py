"""Kills, power cuts, full disks, lost bytes: what the store comes back from, as tables.

    python -m tests.reliability kills --count 1000
    python -m tests.reliability powercuts --count 400
    python -m tests.reliability disks
    python -m tests.reliability restores --count 50
    python -m tests.reliability flips --count 500

The short forms of these run with the other tests.
"""
