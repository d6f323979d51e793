/** What had happened by a day, of one state or of all; no rule here. */
import { between, inOrder } from "./calendar.js";
import { settled } from "./record.js";

/** All that stands on record, asked for one day by one reading. */
export class History {
  /**
   * @param {object[]} events as recorded, in their order
   * @param {string} asOf the day asked about
   * @param {object} reading every choice by its name
   * @param {string | null} until up to which later day duties that recur are asked for
   */
  constructor(events, asOf, reading, until = null) {
    this.asOf = asOf;
    this.until = until > asOf ? until : asOf;
    this.reading = reading;
    this.standing = settled(events).sort(inOrder);
  }

  /** The day from which something known in part counts (INT-0012). */
  counted({ first, last }) {
    return this.reading.partial_dates === "last-day" ? last : first;
  }

  /** What a period is counted from: where first days count, "by" a day has one too (INT-0012). */
  anchor(on) {
    return this.reading.partial_dates === "last-day" ? on : between(on.first, on.last);
  }

  hasHappened(event) {
    return this.counted(event.on) <= this.asOf;
  }

  /** What had happened by the day in one stream, or in all, of these kinds. */
  of(stream, ...kinds) {
    return this.standing.filter(
      (event) =>
        (stream === null || event.stream === stream) &&
        kinds.includes(event.kind) &&
        this.hasHappened(event),
    );
  }

  /** The first of several events, or null. */
  first(events) {
    return [...events].sort(inOrder)[0] ?? null;
  }

  /**
   * How far the sources reach for a provision: silence beyond is no proof. What is said of one
   * state goes before what is said of all. It is about the record, so it holds on any day.
   */
  coverage(state, slug) {
    const about = this.standing.filter(
      ({ kind, fields }) =>
        kind === "coverage-stated" &&
        slugOf(fields.provision) === slug &&
        [state, undefined].includes(fields.state),
    );
    return about.filter(({ stream }) => stream === state).at(-1) ?? about.at(-1);
  }
}

/** Write a provision as identifiers do: `4(1)(a)` and `4.1a` are the same. */
export const slugOf = (provision) =>
  provision.replace(/\((\d+)\)/g, ".$1").replace(/\(([a-z])\)/g, "$1");
