/** Since when and until when a state is bound: Articles 16, 17 and 20. */
import { inForceOn, thirtieth } from "./article-17.js";
import { effectiveOn } from "./article-20.js";

/**
 * @typedef {{deposit: object | null, notice: object | null, inForceOn: string | null,
 *   again: boolean, withdrawalEffectiveOn: string | null, ceasedOn: string | null}} Binding
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
      bound = { ...bound, notice: event };
    } else {
      bound = { ...bound, notice: null }; // none is recorded of a notice that had effect
    }
  }
  return bindingBy(history, state, bound);
}

const NONE = Object.freeze({ deposit: null, notice: null, again: false });

/** Whether a withdrawal had effect by a day, however late in its stretch the notice came. */
function hasEffectBy(history, state, { notice }, day) {
  if (!notice) return false;
  const effect = effectiveOn(history, state, notice.on.last);
  return effect !== null && effect <= day;
}

function bindingBy(history, state, { deposit, notice, again }) {
  if (!deposit) {
    return { deposit, notice, inForceOn: null, withdrawalEffectiveOn: null, ceasedOn: null };
  }
  const leaves = notice && effectiveOn(history, state, history.counted(notice.on));
  return {
    deposit,
    notice,
    again,
    inForceOn: notifiedOn(history, state, deposit) ?? computedOn(history, deposit),
    withdrawalEffectiveOn: leaves,
    ceasedOn: leaves !== null && leaves <= history.asOf ? leaves : null,
  };
}

const computedOn = (history, deposit) =>
  inForceOn(history.counted(deposit.on), thirtieth(history)?.day, history.reading);

/** The last day that the depositary notified for a consent, if that day counts (INT-0009). */
function notifiedOn(history, state, deposit) {
  if (history.reading.entry_into_force_day !== "notified") return undefined;
  return history
    .of(state, "entry-into-force-notified")
    .map(({ fields }) => fields.in_force_on)
    .filter((day) => day >= deposit.on.first)
    .at(-1);
}

/** Whether something certainly came before the consent that binds. */
export const isOfBefore = ({ deposit }, { on }) => on.last < deposit.on.first;

/** Whether it is of the time before a state left and joined again: then it satisfies nothing. */
export const isOfOld = (binding, event) => binding.again && isOfBefore(binding, event);
