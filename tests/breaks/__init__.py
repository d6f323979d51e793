"""The rules broken on purpose, one of each article; and who notices."""
