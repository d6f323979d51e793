/** Where an obligation stands on the day asked about: the one place where that is decided. */
import { daysBetween } from "./calendar.js";
import { groundIf } from "./grounds.js";

/**
 * What a rule finds, before it is weighed.
 * @typedef {object} Duty
 * @property {string} slug identifier without the state: `3.2`, `7.2/2013`
 * @property {string} provision as it is cited: `3(2)`
 * @property {"dated" | "standing" | "encouraged"} nature
 * @property {"yes" | "no" | "unknown"} [engaged] whether there is anything to do
 * @property {string | null} [treatyDue] the Convention's own day
 * @property {import("./calendar.js").Stretch | null} [due] the running one
 * @property {object | null} [fulfilment] the event that fulfils the duty
 * @property {boolean} [inTime] said to be in time, whatever the days
 * @property {boolean} [requestPending]
 * @property {object[]} [extensions]
 * @property {boolean} [fallenAway] whether the duty never arose, the state having left
 * @property {boolean} [survives] whether that is settled, and leaving changes no more
 * @property {object[]} [grounds] what shows all that, beside what binds the state
 * @property {string | null} [bindsOn] where it binds later than the Convention does
 */

/**
 * Give a duty its standing and its timeliness.
 * @param {import("./history.js").History} history
 * @param {import("./binding.js").Binding} binding
 * @param {Duty} duty
 */
export function weigh(history, binding, state, duty) {
  const { fulfilment = null, extensions = [], grounds = [] } = duty;
  const silence = silentSources(history, state, duty);
  const stands = standing(history, binding, silence, duty);
  const isSilent = stands === "undetermined" && duty.engaged !== "unknown";
  // What the state left before has no day any more.
  const { treatyDue = null, due = null } = stands === "ceased" ? {} : duty;
  return {
    id: `${state}/${duty.slug}`,
    state,
    provision: duty.provision,
    nature: duty.nature,
    treaty_due: treatyDue,
    due: due && due.text,
    standing: stands,
    discharged_on: fulfilment && fulfilment.on.text,
    ...timeliness(due, fulfilment, duty.inTime),
    extensions,
    request_pending: duty.requestPending ?? false,
    grounds: [
      ...binding.grounds,
      ...grounds,
      ...groundIf(duty.provision, isSilent ? silence : null),
    ],
  };
}

/** The first of a fixed order that applies. */
function standing(history, binding, silence, duty) {
  const { engaged = "yes", due = null, fulfilment = null, requestPending = false } = duty;
  const { asOf, reading } = history;
  const { ceasedOn } = binding;
  const { bindsOn = binding.inForceOn } = duty;
  if (bindsOn === null || asOf < bindsOn) return "not-yet-binding";
  if (fulfilment) return "discharged";
  if (duty.fallenAway || outlived(history, duty, ceasedOn)) return "ceased";
  if (engaged === "no") return "not-engaged";
  if (engaged === "unknown") return "undetermined";
  if (duty.nature !== "dated") return "continuing";
  if (due === null || asOf <= history.counted(due)) return "pending";
  if (requestPending && reading.pending_request === "stayed") return "pending";
  if (silence) return "undetermined";
  return requestPending ? "overdue-request-pending" : "overdue";
}

/** What fell due before a withdrawal had effect stays owed; nothing else outlives it (20(3)). */
function outlived(history, { due = null, survives = false }, ceasedOn) {
  if (ceasedOn === null || survives) return false;
  return due === null || history.counted(due) >= ceasedOn;
}

/** What says that the sources do not reach the day, so that silence proves nothing; or null. */
function silentSources(history, state, { slug, due = null }) {
  const stated = due && history.coverage(state, slug.split("/")[0]);
  if (!stated) return null;
  const { reaches, since } = stated.fields;
  const day = history.counted(due);
  return !reaches || day > reaches || (since !== undefined && day < since) ? stated : null;
}

/** Late or in time only if every day that it can mean is. */
function timeliness(due, fulfilment, inTime = false) {
  const unknown = { timeliness: null, days_late: null, days_late_range: null };
  if (!fulfilment || !due) return unknown;
  const { first, last } = fulfilment.on;
  if (inTime || last <= due.first) return { ...unknown, timeliness: "on-time", days_late: 0 };
  if (first <= due.last) return { ...unknown, timeliness: "undetermined" };
  const range = [daysBetween(due.last, first), daysBetween(due.first, last)];
  const exact = range[0] === range[1] ? range[0] : null;
  return { timeliness: "late", days_late: exact, days_late_range: range };
}
