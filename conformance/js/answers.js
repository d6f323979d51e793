/** Questions and their answers, as the README beside the cases tells. */
import * as article3 from "./article-03.js";
import * as article4 from "./article-04.js";
import * as article7 from "./article-07.js";
import { bind } from "./binding.js";
import { dateBy } from "./date-rules.js";
import { History } from "./history.js";
import { PRACTICE, counterpart } from "./readings.js";
import { weigh } from "./weighing.js";

const RULES = [
  article3.paragraph1,
  article3.paragraph2,
  article3.paragraph6,
  article3.paragraph8,
  article4.paragraph1a,
  article4.paragraph1b,
  article4.paragraph1c,
  article4.paragraph2,
  article4.paragraph4,
  article7.paragraph1,
  article7.paragraph2,
];

/** Whether this implementation claims to answer a question; not what only some sources tell. */
export function claims({ ask, id, published_by: publishedBy }, level) {
  if (publishedBy !== undefined) return false;
  if (ask === "date" || level === "dates") return ask === "date";
  return ask === "binding" || (ask === "obligation" && /^(?!CCM)[A-Z]{3}\/[347]\./.test(id));
}

/**
 * Answer one question over events, in the order they were recorded.
 * @param {object[]} recorded
 * @param {object} question
 * @param {object} choices those that differ from practice
 */
export function answer(recorded, question, choices) {
  const reading = { ...PRACTICE, ...choices };
  if (question.ask === "date") return { date: dateBy(question, reading) };
  const events = recorded.slice(0, question.known_at);
  const history = new History(events, question.as_of, reading);
  if (question.ask === "binding") return binding(history, question.state);
  const found = obligation(history, question.id);
  if (!found) return { exists: false };
  // What recurs may begin sooner by the other end, and is then shown only for a later day.
  const other = new History(events, question.as_of, counterpart(reading), found.treaty_due);
  return { ...found, otherwise: otherwise(found, obligation(other, question.id)) };
}

function binding(history, state) {
  const bound = bind(history, state);
  return {
    in_force_on: bound.inForceOn,
    withdrawal_effective_on: bound.withdrawalEffectiveOn,
    ceased_on: bound.ceasedOn,
    grounds: bound.grounds,
  };
}

function obligation(history, id) {
  const [state] = id.split("/");
  const bound = bind(history, state);
  if (!bound.deposit) return undefined;
  return RULES.flatMap((rule) => [...rule(history, bound, state)])
    .map((duty) => weigh(history, bound, state, duty))
    .find((found) => found.id === id);
}

/** What would differ if days known in part counted from their other end. */
function otherwise(found, other) {
  const { due = null, standing = "not-engaged", discharged_on = null } = other ?? {};
  const differs =
    found.due !== due || found.standing !== standing || found.discharged_on !== discharged_on;
  return differs ? { due, standing, discharged_on } : null;
}
