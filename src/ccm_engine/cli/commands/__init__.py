"""The commands, one to a module; each is imported when it is called."""
