"""Questions asked of the rules, one to a module. They compute no date."""
