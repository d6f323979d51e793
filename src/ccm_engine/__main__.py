"""`python -m ccm_engine`, and what `ccm` starts."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the command, and collect nothing: it ends before there is garbage worth looking for."""
    gc.disable()
    from ccm_engine.cli import main as program

    try:
        program()
    finally:
        gc.freeze()  # else Python looks through all that was imported once more on its way out


if __name__ == "__main__":
    main()
