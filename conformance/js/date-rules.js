/** One day by one rule, without a history. */
import { inForceOn } from "./article-17.js";
import { paragraph3 } from "./article-20.js";
import { paragraph1Due, thirtiethApril } from "./article-07.js";
import { addDays, shifted, stretch } from "./calendar.js";
import { Deadline, lastDayToFile } from "./extensions.js";

const DAYS_TO_ANSWER = 28; // 8(2)
const DAYS_TO_SUPPORT = 90; // 13(1)

const RULES = {
  "entry-into-force": (asked, reading) =>
    inForceOn(asked.deposited_on, asked.thirtieth_on, reading),
  "initial-report": (asked) => paragraph1Due(asked.in_force_on),
  "stockpile-deadline": (asked, reading) =>
    Deadline.yearsAfter(stretch(asked.in_force_on), 8, reading).due.text,
  "clearance-deadline": ({ in_force_on: inForceOn, hostilities_ended_on: endedOn }, reading) =>
    Deadline.yearsAfter(stretch(inForceOn ?? endedOn), 10, reading).due.text,
  extended: (asked, { month_end: monthEnd }) =>
    shifted(stretch(asked.due), asked.months, monthEnd).text,
  "nine-months-before": (asked, reading) => lastDayToFile(asked.opens_on, reading),
  withdrawal: (asked, reading) => paragraph3(asked.notified_on, reading),
  clarification: (asked) => addDays(asked.passed_on, DAYS_TO_ANSWER),
  "proposal-notice": (asked) => addDays(asked.circulated_on, DAYS_TO_SUPPORT),
  "thirtieth-april": (asked) => thirtiethApril(asked.year_covered),
};

/** @returns {string | null} */
export function dateBy(question, reading) {
  const rule = RULES[question.rule];
  if (!rule) throw new Error(`no rule for a date is called ${question.rule}`);
  return rule(question, reading);
}
