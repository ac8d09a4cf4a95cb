"""How people talk to the knowledge base: pages rendered on the server."""
