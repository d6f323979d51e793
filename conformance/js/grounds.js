/**
 * What an answer rests on, step by step: a provision, and the events by which it is known, in
 * their order. A step that only counts on from the one before has no events.
 */

/** @returns {{provision: string, events: string[]}} */
export const ground = (provision, ...events) => ({
  provision,
  events: events.map(({ id }) => id),
});

/** The step that is there only if something on record shows it. */
export const groundIf = (provision, event) => (event ? [ground(provision, event)] : []);
