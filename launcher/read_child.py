"""Reads one workbook within limits; started by ``read.py``, not by people.

Arguments: folder of the addon, path of the workbook, language. Standard output gets
the JSON, standard error one line when it cannot be read (status 2).
"""

import json
import resource
import sys

MEMORY = 1_000_000_000
CPU_SECONDS = 27
UNREADABLE = 2


def main(addon, path, language):
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The pure package of the addon, without the addon itself: that one needs Odoo.
    sys.path.insert(0, addon)
    from workbook.as_json import as_json
    from workbook.opening import WorkbookError
    from workbook.reader import read_book

    try:
        found = as_json(read_book(path), language)
        text = json.dumps(found, ensure_ascii=False, indent=2)
    except WorkbookError as error:
        problem = error
    except MemoryError:
        problem = WorkbookError("no_memory")
    except Exception:
        # Whatever the reader did not foresee in this file: people get a line.
        problem = WorkbookError("broken")
    else:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
        return 0
    sys.stderr.buffer.write(problem.message(language).encode())
    return UNREADABLE


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
