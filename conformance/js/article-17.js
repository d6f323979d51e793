/** Article 17: entry into force. */
import { addMonths, byTexts, firstOfMonth } from "./calendar.js";
import { ground } from "./grounds.js";

const INSTRUMENTS = 30;
const MONTHS = 6;

/** 17(1): the first day of the sixth month after the month of the thirtieth deposit. */
export const paragraph1 = (thirtiethOn) => firstOfMonth(thirtiethOn, MONTHS);

/**
 * 17(2): for who deposits later, the first day of the sixth month after the date of deposit. By
 * INT-0016 that is after its month, or six months must have passed since the day.
 */
export function paragraph2(depositedOn, { sixth_month: sixthMonth }) {
  if (sixthMonth === "month-of-deposit") return firstOfMonth(depositedOn, MONTHS);
  const passed = addMonths(depositedOn, MONTHS, "clamp");
  return passed.endsWith("-01") ? passed : firstOfMonth(passed, 1);
}

/** Who deposited up to the day of the thirtieth instrument is bound with the Convention itself. */
export function inForceOn(depositedOn, thirtiethOn, reading) {
  if (!thirtiethOn) return null;
  return depositedOn <= thirtiethOn ? paragraph1(thirtiethOn) : paragraph2(depositedOn, reading);
}

/** Why: who came later is bound by its own deposit, the others by that and by the thirtieth. */
export function entryGround(history, deposit, last) {
  if (!last) return ground("17(1)", deposit);
  if (history.counted(deposit.on) > last.day) return ground("17(2)", deposit);
  return ground("17(1)", ...new Set([deposit, last.event]));
}

/** The thirtieth instrument of all, if there are so many by the day. */
export function thirtieth(history) {
  return history
    .of(null, "instrument-deposited")
    .map((event) => ({ event, day: history.counted(event.on) }))
    .sort(byTexts(({ day, event }) => [day, event.stream]))
    .at(INSTRUMENTS - 1);
}
