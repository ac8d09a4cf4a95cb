"""Pictures of the running program for its help and README, made by `make pictures`."""
