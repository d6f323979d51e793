"""Ledgers: a row for each thing that is counted, with the events that tell it, and totals."""
