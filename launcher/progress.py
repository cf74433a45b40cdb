"""What the launcher tells the person: short lines on standard error."""

import sys


def say(text):
    """Print one line of progress."""
    print(text, file=sys.stderr, flush=True)
