/** Article 20: withdrawal. */
import { addMonths, byTexts } from "./calendar.js";
import { ground } from "./grounds.js";

const MONTHS = 6;

/** 20(3): the same day six months after the depositary received the instrument. */
export const paragraph3 = (receivedOn, { month_end: monthEnd }) =>
  addMonths(receivedOn, MONTHS, monthEnd);

/**
 * 20(3), second sentence: who is engaged in an armed conflict when the six months expire leaves
 * when that conflict ends. A conflict that begins later holds nothing up.
 * @returns {{on: string | null, heldUpBy: object[]}} no day while a conflict holds it up, and the
 *   events of the conflict that decides: one that goes on, or the last to end
 */
export function effect(history, state, receivedOn) {
  const expiry = paragraph3(receivedOn, history.reading);
  const holding = engagements(history, state)
    .filter(({ from, until }) => from <= expiry && (until === null || until >= expiry))
    .sort(byTexts(({ until }) => [until ?? ""]));
  const goesOn = holding.find(({ until }) => until === null);
  const decides = goesOn ?? holding.at(-1) ?? { until: expiry, events: [] };
  return { on: decides.until, heldUpBy: decides.events };
}

export const withdrawalGround = (notice, { heldUpBy }) => ground("20(3)", notice, ...heldUpBy);

/** Each stretch of a conflict, from its beginning to its end; null while it goes on. */
function engagements(history, state) {
  const found = [];
  for (const event of history.of(state, "armed-conflict-begun", "armed-conflict-ended")) {
    const { conflict } = event.fields;
    const running = found.find((each) => each.conflict === conflict && each.until === null);
    const day = history.counted(event.on);
    if (event.kind === "armed-conflict-ended") {
      if (running) Object.assign(running, { until: day, events: [...running.events, event] });
    } else if (!running) {
      found.push({ conflict, from: day, until: null, events: [event] });
    }
  }
  return found;
}
