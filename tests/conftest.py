"""How hard Hypothesis tries: `default` on every run, `long` when asked for by name.

`HYPOTHESIS_PROFILE=long make test` draws anew each time and remembers what failed; the default
draws the same examples on every run of one Python with one set of modules, so that a change is what
fails a run; another Python draws others.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

WITHOUT_EXPLAINING = (Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink)
SLOW_BUT_WANTED = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)

settings.register_profile(
    "default",
    deadline=None,
    derandomize=True,
    max_examples=60,
    phases=WITHOUT_EXPLAINING,
    print_blob=True,
    suppress_health_check=SLOW_BUT_WANTED,
)
settings.register_profile(
    "long",
    deadline=None,
    max_examples=2_000,
    phases=WITHOUT_EXPLAINING,
    print_blob=True,
    suppress_health_check=SLOW_BUT_WANTED,
)
settings.register_profile(
    "mutants",
    settings.get_profile("default"),
    phases=(Phase.explicit, Phase.generate, Phase.target),  # who notices a change need not explain
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
