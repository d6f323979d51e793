"""The command `ccm`: it parses what is asked, asks the register once, and prints the answer."""

from ccm_engine.cli.program import main

__all__ = ["main"]
