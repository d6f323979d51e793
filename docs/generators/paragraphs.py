"""What each paragraph of the Convention is to the engine, where no rule or check says so itself.

`WITHOUT_RULE` has every paragraph that nothing in the engine applies, `LEFT_OUT` what a rule of a
paragraph does not cover, `APPLIED_BY` code whose docstring does not cite the paragraph.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from typing import Any, Final

from ccm_engine.domain.articles.article_05_victims import victim_assistance
from ccm_engine.domain.articles.extension_chain import extend
from ccm_engine.domain.provisions import Provision


class Coverage(enum.Enum):
    """What the engine does about a paragraph."""

    MODELLED = "modelled"
    STANDING = "standing duty"
    NO_STATE_DUTY = "not a state's duty"
    DEFINITION = "definition"
    NOT_MODELLED = "not modelled"


_ALLOWS: Final = "allows something, and asks nothing"

_WITHOUT_RULE: Final = (
    ("1(2)", Coverage.DEFINITION, "extends 1(1) to explosive bomblets"),
    ("1(3)", Coverage.DEFINITION, "leaves mines out of the Convention"),
    ("3(4)", Coverage.NOT_MODELLED, "what a request says is in its document, which is cited"),
    ("3(7)", Coverage.NO_STATE_DUTY, f"{_ALLOWS}; the report on transfers is due under 3(8)"),
    ("4(3)", Coverage.NOT_MODELLED, "how 4(2) is carried out; no event records which standards"),
    ("6(1)", Coverage.NO_STATE_DUTY, "gives the right to seek and receive assistance"),
    ("6(9)", Coverage.NO_STATE_DUTY, f"{_ALLOWS}: contributions to trust funds"),
    ("6(11)", Coverage.NO_STATE_DUTY, f"{_ALLOWS}: asking for help with a national plan"),
    ("7(3)", Coverage.NO_STATE_DUTY, "the Secretary-General passes the reports on"),
    ("8(4)", Coverage.NO_STATE_DUTY, "opens the Secretary-General's good offices to the states"),
    ("8(5)", Coverage.NO_STATE_DUTY, "what a Meeting of States Parties may do with a matter"),
    ("8(6)", Coverage.NO_STATE_DUTY, "lets a Meeting of States Parties adopt other procedures"),
    ("10(2)", Coverage.NO_STATE_DUTY, "what a Meeting of States Parties may do in a dispute"),
    ("11(1)", Coverage.NO_STATE_DUTY, "what the meetings are for; convened under 11(2)"),
    ("11(3)", Coverage.NO_STATE_DUTY, "who may be invited to observe"),
    ("12(2)", Coverage.NO_STATE_DUTY, "what a Review Conference is for"),
    ("12(3)", Coverage.NO_STATE_DUTY, "who may be invited to observe"),
    ("13(2)", Coverage.NO_STATE_DUTY, "who may be invited to observe"),
    ("13(3)", Coverage.NO_STATE_DUTY, "when an Amendment Conference is held; it is recorded as is"),
    ("14(2)", Coverage.NOT_MODELLED, "who pays for Articles 7 and 8; no event records it apart"),
    ("14(3)", Coverage.NO_STATE_DUTY, "concerns the mandate of the Secretary-General"),
    ("16(3)", Coverage.NO_STATE_DUTY, "says with whom consent is deposited; the deposit counts"),
    (
        "19",
        Coverage.NO_STATE_DUTY,
        "no reservation is possible, and there is no event for one; a declaration changes no duty",
    ),
    ("20(1)", Coverage.NO_STATE_DUTY, "the Convention has no end"),
    ("21(3)", Coverage.NO_STATE_DUTY, f"{_ALLOWS}: military cooperation with states not party"),
    ("21(4)", Coverage.NO_STATE_DUTY, "says what 21(3) does not allow; 1(1) forbids it already"),
    ("22", Coverage.NO_STATE_DUTY, "names the Secretary-General as depositary"),
    ("23", Coverage.NO_STATE_DUTY, "names the six authentic texts"),
)

WITHOUT_RULE: Final[Mapping[Provision, tuple[Coverage, str]]] = {
    **{
        Provision(2, number): (Coverage.DEFINITION, f"defines {term}")
        for number, term in enumerate(
            (
                "cluster munition victims",
                "cluster munition",
                "explosive submunition",
                "failed cluster munition",
                "unexploded submunition",
                "abandoned cluster munitions",
                "cluster munition remnants",
                "transfer",
                "self-destruction mechanism",
                "self-deactivating",
                "cluster munition contaminated area",
                "mine",
                "explosive bomblet",
                "dispenser",
                "unexploded bomblet",
            ),
            start=1,
        )
    },
    **{Provision.parse(cited): (coverage, words) for cited, coverage, words in _WITHOUT_RULE},
}

LEFT_OUT: Final[Mapping[Provision, str]] = {
    Provision.parse(cited): words
    for cited, words in (
        ("1(1)", "whether it is kept: use and transfer are recorded as reported, and not judged"),
        ("3(2)", "whether the methods of destruction meet environmental standards"),
        ("3(3)", "whether circumstances are exceptional; whether the time is necessary"),
        ("3(5)", "the vote; benchmarks are recorded, and move no deadline"),
        ("3(6)", "what number is necessary"),
        ("3(8)", "what the report says"),
        ("4(1)", "4(1)(b) while hostilities go on: no clock runs, and 4(2) counts their areas"),
        ("4(2)", "marking and fencing (c); of survey, plans and risk education the last word"),
        ("4(4)", "whether remnants were left; that a state that was helped withdrew since"),
        ("4(5)", "whether the time is strictly necessary"),
        ("4(6)", "what the request says, its points (a) to (i), but for areas found later (d)"),
        ("4(7)", "the vote; benchmarks are recorded, and move no deadline"),
        ("4(8)", "what the request says of the extension before"),
        ("5(1)", "whether assistance is adequate; the grounds give the last word on record"),
        ("5(2)", "points (a), (b), (e), (f) and (h); of (c) and (d) the last word is in grounds"),
        ("7(1)", "what the report says, its points (a) to (n)"),
        ("7(2)", "what the report says"),
        ("8(2)", "whether a request or its answer is well founded"),
        ("8(3)", "what the meeting does with it"),
        ("9", "whether the measures are enough; the grounds give the last word on each"),
        ("10(1)", "how the states consult; what the Court decides is the outcome recorded"),
        ("12(1)", "further Review Conferences, convened only on request"),
        ("13(1)", "that a conference is convened; a proposal is said to be supported"),
        ("13(4)", "who was present and voting, but for the votes recorded"),
        (
            "14(1)",
            "the scale; the shares of states not party that take part: no duty of theirs here",
        ),
        ("20(2)", "the notices to the States Parties and the Security Council, and the reasons"),
        ("21(2)", "to notify governments of its obligations, in the words of the duty"),
    )
}

APPLIED_BY: Final[Mapping[Provision, tuple[Callable[..., Any], ...]]] = {
    Provision.parse("4(8)"): (extend,),
    Provision.parse("5(2)"): (victim_assistance,),
}
