"""Train the weights of a pack: `python -m training --help`."""
