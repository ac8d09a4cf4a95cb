"""The command line: one module a command, each a few lines over a library. `main` is the console entry.

What a command needs is imported when it runs: `arsringar list` must not wait for an embedding model's libraries, and
neither must the processes that read files, which import this package anew.
"""


def main() -> None:
    """Run the command on the process's command line and exit with its status.

    0: all went well. 1: some input failed; the rest is done and kept. 2: wrong usage, or nothing could be done.
    """
    import sys

    from api.commands.program import prepare, run

    prepare()
    sys.exit(run(sys.argv[1:]))
