/** Extensions of a deadline: Articles 3(3) to 3(5), and 4(5) to 4(8). */
import { isOfOld } from "./binding.js";
import { addDays, addMonths, between, byTexts, isBy } from "./calendar.js";
import { isDay, moved, shifted, stretch } from "./calendar.js";
import { ground, groundIf } from "./grounds.js";
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
    return moved(this.#anniversary(0), (day) => addDays(day, -this.daysBefore));
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
    for (let more = 0; oneMonth; more += 1) {
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
/** Where it says what a request must be, and what may be decided of it. */
const PROVISIONS = {
  3: { request: "3(5)", decision: "3(5)" },
  4: { request: "4(6)", decision: "4(7)" },
};

/**
 * 3(3) to 3(5), 4(5) to 4(8): what decisions by the day made of a deadline, and what awaits one.
 * @param {Deadline} treaty the deadline of the Convention
 * @param {{article: 3 | 4, conflict?: string, spentBy?: object | null}} which the article, and
 *   what was found after completion, if the old clock is spent by it (INT-0006)
 */
export function extend(history, binding, state, treaty, { article, conflict, spentBy = null }) {
  const proceedings = proceedingsOf(history, binding, state, { article, conflict });
  const { running, versions, ...shown } = followed(history, treaty, proceedings, article);
  const decided = proceedings.some(
    ({ kind, on }) => DECISIONS.includes(kind) && spentBy && on.last >= spentBy.on.last,
  );
  return {
    ...shown,
    running: running.due,
    due: spentBy && !decided ? null : running.due,
    requestPending: versions.length > 0 && !tooLate(history, versions),
  };
}

/**
 * Follow proceedings to the running deadline. All versions sent between two decisions are one
 * request; the next decision answers it. It is a step on the way where it was granted or is still
 * open; one that was refused shows in the refusal, and one taken back not at all.
 */
function followed(history, treaty, proceedings, article) {
  const { request, decision } = PROVISIONS[article];
  const way = { running: treaty, extensions: [], grounds: [], versions: [] };
  const ask = () => way.versions.length > 0 && way.grounds.push(ground(request, ...way.versions));
  const ends = [];
  for (const event of proceedings) {
    if (event.kind === "extension-requested") {
      if (!ends.some((end) => answered(event, end))) way.versions.push(event);
      continue;
    }
    if (event.kind === "extension-granted") {
      ask();
      if (shows(history, way.running)) grant(way, event);
    }
    if (DECISIONS.includes(event.kind)) way.grounds.push(ground(decision, event));
    way.versions = [];
    ends.push(event);
  }
  ask();
  return way;
}

const proceedingsOf = (history, binding, state, { article, conflict }) =>
  history
    .of(state, ...PROCEEDINGS)
    .filter(({ fields }) => fields.article === article && fields.conflict === conflict)
    .filter((event) => !isOfOld(binding, event))
    .sort(inTurn);

/**
 * What was requested comes before what was decided by its last day. Of grants of one day, months
 * come before a day that is stated, and the latest of those last.
 */
const inTurn = byTexts(({ kind, on, fields: { until } }) => [
  on.last,
  kind === "extension-requested" ? "" : "decided",
  on.first,
  kind,
  until ? stretch(until).last : "",
]);

/** By INT-0010 the old deadline may show through its last day. */
const shows = (history, running) =>
  history.reading.extension_effect !== "from-expiry" ||
  history.asOf > history.counted(running.due);

function grant(way, { id, on, fields }) {
  way.running = way.running.extended(fields);
  way.extensions.push({
    months: fields.months ?? null,
    until: fields.until ?? null,
    decided_on: on.text,
    meeting: fields.meeting ?? null,
    due: way.running.due.text,
    event: id,
  });
}

/**
 * What was found only after the deadline is there with no time to deal with it: a new request is
 * needed (INT-0006).
 */
export const foundTooLate = (provision, found, running) =>
  groundIf(provision, found && found.on.first > running.last ? found : null);

/**
 * A version dated after the decision only because its day is known in part may be answered by it:
 * one for the same meeting is, and one where it or the decision names no meeting; but "by" a day
 * may always be older or newer.
 */
function answered(version, end) {
  if (isDay(version.on) || version.on.first > end.on.last) return false;
  const [one, other] = [version.fields.meeting, end.fields.meeting];
  if (one !== undefined && other !== undefined) return one === other;
  return !isBy(version.on);
}

/** Whether a request is left out for coming after the last day to file (INT-0003). */
function tooLate(history, versions) {
  if (history.reading.nine_months !== "enforce") return false;
  const asked = versions.map(({ fields }) => fields.meeting).find((name) => name !== undefined);
  const meeting = meetings(history).get(asked);
  if (!meeting) return false;
  return history.counted(versions[0].on) > lastDayToFile(opening(meeting), history.reading);
}
