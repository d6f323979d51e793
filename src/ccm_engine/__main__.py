"""`python -m ccm_engine` is the `ccm` command."""

from ccm_engine.cli import main

if __name__ == "__main__":
    main()
