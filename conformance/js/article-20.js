/** Article 20: withdrawal. */
import { addMonths } from "./calendar.js";

const MONTHS = 6;

/** 20(3): the same day six months after the depositary received the instrument. */
export const paragraph3 = (receivedOn, { month_end: monthEnd }) =>
  addMonths(receivedOn, MONTHS, monthEnd);

/**
 * 20(3), second sentence: who is engaged in an armed conflict when the six months expire leaves
 * when that conflict ends. A conflict that begins later holds nothing up.
 * @returns {string | null} null while a conflict holds the withdrawal up
 */
export function effectiveOn(history, state, receivedOn) {
  const expiry = paragraph3(receivedOn, history.reading);
  const ends = engagements(history, state)
    .filter(({ from, until }) => from <= expiry && (until === null || until > expiry))
    .map(({ until }) => until);
  if (ends.includes(null)) return null;
  return [expiry, ...ends].sort().at(-1);
}

/** Each stretch of a conflict, from its beginning to its end; null while it goes on. */
function engagements(history, state) {
  const found = [];
  for (const event of history.of(state, "armed-conflict-begun", "armed-conflict-ended")) {
    const { conflict } = event.fields;
    const running = found.find((each) => each.conflict === conflict && each.until === null);
    const day = history.counted(event.on);
    if (event.kind === "armed-conflict-ended") {
      if (running) running.until = day;
    } else if (!running) {
      found.push({ conflict, from: day, until: null });
    }
  }
  return found;
}
