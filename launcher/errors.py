"""The one kind of error that the launcher shows as plain words."""


class LauncherError(Exception):
    """Something foreseeable went wrong; the text says what to do about it."""
