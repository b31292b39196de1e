"""One file format each; a reader knows nothing of the others."""
