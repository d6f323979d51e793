/** Extensions of a deadline: Articles 3(3) to 3(5), and 4(5) to 4(8). */
import { isOfOld } from "./binding.js";
import { addDays, addMonths, between, isDay, shifted, stretch } from "./calendar.js";
import { meetings, opening } from "./meetings.js";

const MONTHS_OF_NOTICE = 9;
const MONTHS_PER_YEAR = 12;

/** 3(5), 4(6): the last day to file is nine months before the meeting opens. */
export const lastDayToFile = (opensOn, { month_end: monthEnd }) =>
  addMonths(opensOn, -MONTHS_OF_NOTICE, monthEnd);

/**
 * A running deadline. It is counted anew from the day it began with, so that a month without such
 * a day does not shorten what follows (G6).
 */
export class Deadline {
  constructor(anchor, months, { reading, daysBefore = 0 }) {
    Object.assign(this, { anchor, months, reading, daysBefore });
  }

  /** 3(2), 4(1): so many years later, to the anniversary or the day before (INT-0001). */
  static yearsAfter(anchor, years, reading) {
    const daysBefore = reading.deadline_style === "day-before" ? 1 : 0;
    return new Deadline(anchor, years * MONTHS_PER_YEAR, { reading, daysBefore });
  }

  get due() {
    const { first, last } = this.#anniversary(0);
    return between(addDays(first, -this.daysBefore), addDays(last, -this.daysBefore));
  }

  /** 3(3), 4(5): months are added to the running deadline, not to the day of the decision (G3). */
  later(months) {
    return new Deadline(this.anchor, this.months + months, this);
  }

  /** A day that a decision states is left as it was stated. */
  stated(until) {
    return new Deadline(until, 0, { reading: this.reading });
  }

  /** What a decision makes of it; where months and a day do not agree, INT-0008. */
  extended({ months, until }) {
    const counted = months !== undefined && this.reading.extension_date === "computed";
    const byMonths = until === undefined || counted;
    const next = byMonths ? this.later(months) : this.stated(this.#meant(until, months));
    const { first, last } = next.due;
    if (last <= this.due.last) return this; // an extension never brings a deadline forward
    return first >= this.due.first ? next : next.stated(between(this.due.first, last));
  }

  /** A month stated means the one day in it that lies whole months after the running deadline. */
  #meant(until, months) {
    const stated = stretch(until);
    if (isDay(stated)) return stated;
    if (months !== undefined) {
      const day = this.#anniversary(months);
      return day.first >= stated.first && day.last <= stated.last ? day : stated;
    }
    const oneMonth = stated.first.slice(0, 7) === stated.last.slice(0, 7);
    for (let more = 1; oneMonth; more += 1) {
      const day = this.#anniversary(more);
      if (!isDay(day) || day.first > stated.last) break;
      if (day.first >= stated.first) return day;
    }
    return stated;
  }

  /** Whole months after the deadline, whatever style it is shown in. */
  #anniversary(months) {
    return shifted(this.anchor, this.months + months, this.reading.month_end);
  }
}

const DECISIONS = ["extension-granted", "extension-refused"];
const PROCEEDINGS = ["extension-requested", "extension-request-withdrawn", ...DECISIONS];

/**
 * 3(3) to 3(5), 4(5) to 4(8): what decisions by the day made of a deadline, and what awaits one.
 * @param {Deadline} treaty the deadline of the Convention
 * @param {{article: 3 | 4, conflict?: string, spentBy?: object | null}} which the article, and
 *   what was found after completion, if the old clock is spent by it (INT-0006)
 */
export function extend(history, binding, state, treaty, { article, conflict, spentBy = null }) {
  const proceedings = history
    .of(state, ...PROCEEDINGS)
    .filter(({ fields }) => fields.article === article && fields.conflict === conflict)
    .filter((event) => !isOfOld(binding, event));
  let running = treaty;
  const extensions = [];
  const granted = proceedings.filter(({ kind }) => kind === "extension-granted");
  for (const decision of granted.sort(monthsFirst)) {
    if (history.reading.extension_effect === "from-expiry" && history.asOf <= running.due.last) {
      break; // the old deadline shows through its last day (INT-0010)
    }
    running = running.extended(decision.fields);
    extensions.push(extension(decision, running.due));
  }
  const decided = proceedings.some(
    ({ kind, on }) => DECISIONS.includes(kind) && spentBy && on.last >= spentBy.on.last,
  );
  return {
    due: spentBy && !decided ? null : running.due,
    extensions,
    requestPending: requestPending(history, proceedings),
  };
}

/** Of grants of one day, months come before a day that is stated, and the latest of those last. */
function monthsFirst(one, other) {
  const [a, b] = [one, other].map(({ on, fields: { until } }) =>
    [on.last, on.first, until ? stretch(until).last : ""].join(),
  );
  return a < b ? -1 : a > b ? 1 : 0;
}

const extension = ({ id, on, fields }, due) => ({
  months: fields.months ?? null,
  until: fields.until ?? null,
  decided_on: on.text,
  meeting: fields.meeting ?? null,
  due: due.text,
  event: id,
});

/** All versions sent between two decisions are one request; the next decision answers it. */
function requestPending(history, proceedings) {
  let versions = [];
  let end = null;
  for (const event of proceedings) {
    if (event.kind === "extension-requested") {
      if (!answered(event, end)) versions.push(event);
    } else {
      versions = [];
      end = event;
    }
  }
  return versions.length > 0 && !tooLate(history, versions);
}

/**
 * A version dated after the decision only because its day is known in part may be answered by it:
 * one for the same meeting is, and one where it or the decision names no meeting; but "by" a day
 * may always be older or newer.
 */
function answered(version, end) {
  if (end === null || isDay(version.on) || version.on.first > end.on.last) return false;
  const [one, other] = [version.fields.meeting, end.fields.meeting];
  if (one !== undefined && other !== undefined) return one === other;
  return !version.on.text.startsWith("../");
}

/** Whether a request is left out for coming after the last day to file (INT-0003). */
function tooLate(history, versions) {
  if (history.reading.nine_months !== "enforce") return false;
  const asked = versions.map(({ fields }) => fields.meeting).find((name) => name !== undefined);
  const meeting = meetings(history).get(asked);
  if (!meeting) return false;
  return history.counted(versions[0].on) > lastDayToFile(opening(meeting), history.reading);
}
