"""The addresses of the HTTP API; one module a kind of thing."""
