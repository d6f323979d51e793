/**
 * What stands on record: what was recorded, after what was said about it later.
 *
 * Retractions, corrections and resolved disputes count from the moment they were recorded,
 * whatever day is asked about.
 */
import { stretch } from "./calendar.js";

/**
 * One event as it stands: `kind` is its type without `ccm.` and the version.
 * @typedef {{id: string, stream: string, number: number, kind: string,
 *   on: import("./calendar.js").Stretch, fields: object}} Standing
 */

const kindOf = (event) => event.type.replace(/^ccm\./, "").replace(/\.v\d+$/, "");

/** Number the events in their streams; what is said of an event is in the stream of that one. */
export function identified(events) {
  const counts = new Map();
  return events.map((event) => {
    const stream = event.target ? event.target.split("#")[0] : (event.state ?? "CCM");
    const number = (counts.get(stream) ?? 0) + 1;
    counts.set(stream, number);
    return { id: `${stream}#${number}`, stream, number, event };
  });
}

/**
 * Leave out what was retracted and put corrections in their places.
 * @returns {Standing[]}
 */
export function settled(events) {
  const all = identified(events);
  const stands = new Set(all.map(({ id }) => id));
  // The last word first: only a retraction that is not itself retracted takes its target away.
  for (const { id, event } of [...all].reverse()) {
    if (kindOf(event) === "retracted" && stands.has(id)) stands.delete(event.target);
  }
  const standing = all.filter(({ id }) => stands.has(id));
  const places = placed(standing);
  return standing.map(({ id, stream, number, event }) => {
    const fields = places.get(id) ?? event;
    return { id, stream, number, kind: kindOf(fields), on: stretch(fields.occurred_on), fields };
  });
}

/** What stands in the place of which event: by the last correction, or dispute upheld. */
function placed(standing) {
  const disputes = new Map();
  const places = new Map();
  for (const { id, event } of standing) {
    const kind = kindOf(event);
    if (kind === "corrected") places.set(event.target, event.replacement);
    if (kind === "disputed") disputes.set(id, event);
    if (kind === "dispute-resolved" && event.upheld && disputes.has(event.target)) {
      const { target, alternative } = disputes.get(event.target);
      places.set(target, alternative);
    }
  }
  return places;
}
