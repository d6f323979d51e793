/** Since when and until when a state is bound: Articles 16, 17 and 20. */
import { entryGround, inForceOn, thirtieth } from "./article-17.js";
import { effect, withdrawalGround } from "./article-20.js";
import { ground } from "./grounds.js";

/**
 * @typedef {{deposit: object | null, notice: object | null, inForceOn: string | null,
 *   again: boolean, withdrawalEffectiveOn: string | null, ceasedOn: string | null,
 *   grounds: object[]}} Binding the first ground is of the entry into force
 */

/**
 * Bind a state by its last consent: one given after a withdrawal had effect is a new one, and
 * starts all clocks again.
 * @returns {Binding}
 */
export function bind(history, state) {
  let bound = NONE;
  const kinds = ["instrument-deposited", "withdrawal-notified", "withdrawal-revoked"];
  for (const event of history.of(state, ...kinds)) {
    if (event.kind === "instrument-deposited") {
      if (!bound.deposit || hasEffectBy(history, state, bound, event.on.last)) {
        bound = { ...NONE, deposit: event, again: bound.deposit !== null };
      }
    } else if (event.kind === "withdrawal-notified") {
      bound = { ...bound, notice: bound.notice ?? event };
    } else if (!hadEffect(history, state, bound, event)) {
      bound = { ...bound, notice: null };
    }
  }
  return bindingBy(history, state, bound);
}

const NONE = Object.freeze({ deposit: null, notice: null, again: false });

/** Whether a withdrawal had effect by a day, however late in its stretch the notice came. */
function hasEffectBy(history, state, { notice }, day) {
  if (!notice) return false;
  const { on } = effect(history, state, notice.on.last);
  return on !== null && on <= day;
}

/** A notice can be revoked until it has effect, each counted from one end of its days. */
function hadEffect(history, state, { notice }, revocation) {
  const leaving = notice && effect(history, state, history.counted(notice.on));
  return Boolean(leaving?.on) && leaving.on <= history.counted(revocation.on);
}

function bindingBy(history, state, { deposit, notice, again }) {
  if (!deposit) {
    return { ...NONE, inForceOn: null, withdrawalEffectiveOn: null, ceasedOn: null, grounds: [] };
  }
  const entry = notified(history, state, deposit) ?? computed(history, deposit);
  const leaving = notice && effect(history, state, history.counted(notice.on));
  const leaves = leaving && leaving.on;
  return {
    deposit,
    notice,
    again,
    inForceOn: entry.day,
    withdrawalEffectiveOn: leaves,
    ceasedOn: leaves !== null && leaves <= history.asOf ? leaves : null,
    grounds: [entry.ground, ...(notice ? [withdrawalGround(notice, leaving)] : [])],
  };
}

function computed(history, deposit) {
  const last = thirtieth(history);
  return {
    day: inForceOn(history.counted(deposit.on), last?.day, history.reading),
    ground: entryGround(history, deposit, last),
  };
}

/** The last day that the depositary notified for a consent, if that day counts (INT-0009). */
function notified(history, state, deposit) {
  if (history.reading.entry_into_force_day !== "notified") return undefined;
  const notice = history
    .of(state, "entry-into-force-notified")
    .filter(({ fields }) => fields.in_force_on >= deposit.on.first)
    .at(-1);
  return notice && { day: notice.fields.in_force_on, ground: ground("17(2)", notice) };
}

/** Whether something certainly came before the consent that binds. */
export const isOfBefore = ({ deposit }, { on }) => on.last < deposit.on.first;

/** Whether it is of the time before a state left and joined again: then it satisfies nothing. */
export const isOfOld = (binding, event) => binding.again && isOfBefore(binding, event);
