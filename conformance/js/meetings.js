/** Meetings, as far as they were called, moved or held by the day (Articles 11 and 12). */

const DECIDING = ["meeting-of-states-parties", "review-conference"];

/**
 * A conference in parts is one meeting with several sittings. What is called or moved is still to
 * come, and stands until a sitting is held in its place.
 * @returns {Map<string, {name: string, kind: string, sittings: object[], events: object[]}>}
 *   with all the events that tell of each
 */
export function meetings(history) {
  const known = new Map();
  for (const event of history.of("CCM", "meeting-called", "meeting-moved", "meeting-held")) {
    const { meeting, kind, opens_on: opensOn, closes_on: closesOn } = event.fields;
    const found = known.get(meeting) ?? { name: meeting, kind, held: [], events: [] };
    const sitting = { opensOn, closesOn, event };
    if (event.kind === "meeting-held") {
      found.held.push(sitting);
      found.planned = null;
    } else if (found.held.every(({ event: held }) => held.fields.part !== undefined)) {
      found.planned = sitting; // what was held, and in no parts, is over
    }
    found.events.push(event);
    known.set(meeting, found);
  }
  for (const meeting of known.values()) {
    const all = [...meeting.held, ...(meeting.planned ? [meeting.planned] : [])];
    meeting.sittings = all.sort((one, other) => (one.opensOn < other.opensOn ? -1 : 1));
  }
  return known;
}

/** The first day of a meeting, and of one in parts the first day of the first part. */
export const opening = (meeting) => meeting.sittings[0].opensOn;

/** The next sitting of a meeting that decides, to open on a day or later: Article 4(1)(c). */
export function nextSitting(history, day) {
  const found = [...meetings(history).values()]
    .filter(({ kind }) => DECIDING.includes(kind))
    .flatMap((meeting) => meeting.sittings.map((sitting) => ({ meeting, ...sitting })))
    .filter(({ opensOn }) => opensOn >= day)
    .sort((one, other) => (one.opensOn < other.opensOn ? -1 : 1));
  return found[0];
}
