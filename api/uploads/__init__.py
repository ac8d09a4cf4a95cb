"""Files that come over HTTP: received within limits, read in the background, told of while it goes on."""
