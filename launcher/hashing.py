"""Short digests that name what was built from which files."""

import hashlib


def digest_of(files, *words):
    """Return 12 hexadecimal digits for the content of files and for words."""
    total = hashlib.sha256()
    for word in words:
        total.update(f"{word}\0".encode())
    for file in files:
        total.update(file.read_bytes())
    return total.hexdigest()[:12]


def digest_of_tree(folder):
    """Return a digest of every file below ``folder``: names and contents."""
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            total.update(f"{file.relative_to(folder)}\0".encode())
            total.update(file.read_bytes())
    return total.hexdigest()[:12]
