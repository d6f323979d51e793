"""The functions of a package, found by looking at it."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any


def functions_in(*packages: ModuleType) -> Iterator[Callable[..., Any]]:
    """Yield every function defined in the modules of some packages, module by module."""
    for package in packages:
        for info in pkgutil.iter_modules(package.__path__):
            module = import_module(f"{package.__name__}.{info.name}")
            for _, function in inspect.getmembers(module, inspect.isfunction):
                if function.__module__ == module.__name__:
                    yield function
