/** What of an answer is compared; the README beside the cases names the levels. */

const LEFT_OUT = {
  dates: ["grounds", "duty", "otherwise"],
  decisions: ["grounds", "duty", "otherwise"],
  grounds: ["duty"],
};

export const LEVELS = Object.keys(LEFT_OUT);

/** The keys in which an answer is not the one expected. */
export function differences(expected, got, level) {
  const [wanted, given] = [expected, got].map((answer) => compared(answer, level));
  if (exists(wanted) !== exists(given)) {
    return [{ key: "exists", expected: exists(wanted), got: exists(given) }];
  }
  return [...new Set([...Object.keys(wanted), ...Object.keys(given)])]
    .filter((key) => canonical(wanted[key]) !== canonical(given[key]))
    .map((key) => ({ key, expected: wanted[key], got: given[key] }));
}

/** An answer without the keys that a level leaves out, and without the words of its grounds. */
const compared = (answer, level) =>
  Object.fromEntries(
    Object.entries(answer)
      .filter(([key]) => !LEFT_OUT[level].includes(key))
      .map(([key, value]) => [key, key === "grounds" ? value.map(wordless) : value]),
  );

const wordless = ({ provision, events }) => ({ provision, events });

const exists = (answer) => answer.exists !== false;

/** Write a value with its keys in one order. */
const canonical = (value) =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort())
      : inner,
  ) ?? "nothing";
