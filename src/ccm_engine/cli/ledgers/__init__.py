"""How ledgers look: their columns, and what values are in words."""
