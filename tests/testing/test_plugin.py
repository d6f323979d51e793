"""The pytest plugin: a marker that is read, a day that can be asked about, a summary in words."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from types import ModuleType

import pytest

from ccm_engine import testing

pytest_plugins = ["pytester"]

PLUGIN = "ccm_engine.testing.plugin"
TESTS = """
    import pytest

    @pytest.mark.provision("3(2)", "7.1")
    def test_that_passes(): pass

    @pytest.mark.provision("4(1)(a)")
    def test_that_fails(): assert False

    @pytest.mark.provision("15")
    def test_what_no_rule_yields(): pass

    @pytest.mark.provision("8(2)")
    @pytest.mark.skip
    def test_that_is_skipped(): pass
"""


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Run pytest with the plugin: by its entry point, or by name where that is not installed."""
    installed = entry_points(group="pytest11", name="ccm_engine")
    load = [] if installed else ["-p", PLUGIN]
    return pytester.runpytest("--strict-markers", *load, *arguments)


class TestSummary:
    def test_it_names_what_passed_tests_are_about(self, pytester: pytest.Pytester) -> None:
        pytester.makepyfile(TESTS)
        run(pytester).stdout.fnmatch_lines(
            [
                "*provisions of the Convention on Cluster Munitions*",
                "*1 with a test that failed: 4(1)(a)",
                "*2 with passed tests: 3(2), 7(1)",
                "*without: 1(1), 3(1), *, 8(2), *, 21(2)",
                "*1 with passed tests, though no rule yields them: 15",
            ]
        )

    def test_it_is_silent_where_nothing_is_marked(self, pytester: pytest.Pytester) -> None:
        pytester.makepyfile("def test_it(): pass")
        assert "Cluster Munitions" not in run(pytester).stdout.str()

    def test_it_is_there_if_asked_for(self, pytester: pytest.Pytester) -> None:
        pytester.makepyfile("def test_it(): pass")
        told = run(pytester, "--ccm-provisions").stdout
        told.fnmatch_lines(["*without: 1(1), *, 21(2)"])
        assert "with passed tests:" not in told.str()

    def test_one_failure_is_told_though_another_test_passed(
        self, pytester: pytest.Pytester
    ) -> None:
        pytester.makepyfile(
            """
            import pytest

            @pytest.mark.provision("3(2)")
            @pytest.mark.parametrize("holds", [True, False])
            def test_it(holds): assert holds
            """
        )
        told = run(pytester).stdout
        told.fnmatch_lines(["*1 with a test that failed: 3(2)"])
        assert "with passed tests:" not in told.str()


class TestMarker:
    @pytest.mark.parametrize(
        ("marker", "said"),
        [
            ('provision("3(9)")', "cite Article 3(9): the Convention has no such provision"),
            ('provision("stockpiles")', "it is not a citation of the Convention; cite it as in"),
            ("provision()", 'it names no provision; write provision("3(2)"), or several'),
            ("provision(3)", "3 is no text; cite it as in 3(2), 4(1)(a) or 4.1a"),
        ],
    )
    def test_one_that_cites_nothing_ends_the_run(
        self, pytester: pytest.Pytester, marker: str, said: str
    ) -> None:
        pytester.makepyfile(f"import pytest\n\n@pytest.mark.{marker}\ndef test_it(): pass\n")
        result = run(pytester)
        assert result.ret is pytest.ExitCode.USAGE_ERROR
        assert said in result.stderr.str()
        assert "test_one_that_cites_nothing_ends_the_run.py::test_it" in result.stderr.str()


class TestAsOf:
    TEST = """
        def test_it(ccm_as_of): assert str(ccm_as_of) == "2020-10-02"
    """

    def test_the_fixture_gives_the_day(self, pytester: pytest.Pytester) -> None:
        pytester.makepyfile(self.TEST)
        run(pytester, "--ccm-as-of", "2020-10-02").assert_outcomes(passed=1)

    def test_without_a_day_the_test_is_skipped(self, pytester: pytest.Pytester) -> None:
        pytester.makepyfile(self.TEST)
        result = run(pytester, "-rs")
        result.assert_outcomes(skipped=1)
        result.stdout.fnmatch_lines(["*run pytest with --ccm-as-of DATE"])

    @pytest.mark.parametrize(
        ("day", "said"),
        [
            ("2020-2-1", "take --ccm-as-of 2020-2-1: '2020-2-1' is not YYYY-MM-DD"),
            ("2007-01-01", "2007-01-01 is before the Convention was adopted on 2008-05-30"),
        ],
    )
    def test_a_day_that_cannot_be_asked_about_ends_the_run(
        self, pytester: pytest.Pytester, day: str, said: str
    ) -> None:
        result = run(pytester, "--ccm-as-of", day)
        assert result.ret is pytest.ExitCode.USAGE_ERROR
        assert said in result.stderr.str()


def test_loading_the_plugin_imports_nothing_of_the_engine() -> None:
    asked = (
        f"import sys, {PLUGIN}; "
        "print(*(name for name in sys.modules if name.startswith(('ccm_engine', 'hypothesis'))))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"ccm_engine", "ccm_engine.testing", PLUGIN}


def test_every_public_name_is_what_it_is_whatever_was_imported_before() -> None:
    for name in testing.__all__:
        assert not isinstance(getattr(testing, name), ModuleType), name
    asked = (
        "import ccm_engine.testing.histories; from ccm_engine.testing import histories; "
        "print(type(histories).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "function"
