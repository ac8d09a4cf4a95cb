"""The command line: one module a command; `program` makes them one, and the console entry is `web.main`.

What a command needs is imported when it runs: `arsringar list` must not wait for an embedding model's libraries, and
neither must the processes that read files, which import the entry anew.
"""
