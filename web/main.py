"""The console entry: the commands of `api`, and `serve`.

It stands in `web` because `serve` needs the pages, which nothing below may import. Modules are imported inside the
function: the processes that read files import this one anew.
"""


def main() -> None:
    """Run the command on the process's command line and exit with its status.

    0: all went well. 1: some input failed; the rest is done and kept. 2: wrong usage, or nothing could be done.
    """
    import sys

    from api.commands.program import prepare, run
    from web import serve

    prepare()
    sys.exit(run(sys.argv[1:], {"serve": serve.run}))
