"""How programs talk to the knowledge base: HTTP and the command line."""
