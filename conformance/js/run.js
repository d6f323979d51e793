/**
 * Run conformance cases: `node run.js [--level grounds] [file…]`, all of ../cases by default.
 *
 * One line for each key that is not as expected, then a summary. Cases of what is not claimed are
 * counted, and never as passed. Exit status 1 if a case fails, 2 if they could not be run.
 */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { answer, claims } from "./answers.js";
import { LEVELS, differences } from "./levels.js";

const FORMAT = 1;
const CASES = fileURLToPath(new URL("../cases/", import.meta.url));

const allFiles = () =>
  readdirSync(CASES)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => CASES + name);

function parsed(words) {
  const files = [...words];
  const at = files.indexOf("--level");
  const [, level] = at < 0 ? [null, "grounds"] : files.splice(at, 2);
  if (!LEVELS.includes(level)) {
    throw new TypeError(`no level is called ${level}: choose one of ${LEVELS.join(", ")}`);
  }
  return { level, files: files.length ? files : allFiles() };
}

function read(path) {
  const file = JSON.parse(readFileSync(path, "utf8"));
  if (file.format !== FORMAT) {
    throw new TypeError(`${path} is of format ${file.format}, and only ${FORMAT} is known`);
  }
  return file;
}

/** The events of a case, those that it shares with others first. */
const eventsOf = (file, { before = [], events }) => [
  ...before.flatMap((name) => file.common[name]),
  ...events,
];

/** In which keys the answer to a case is not the one expected. */
function failures(file, each, level) {
  try {
    const got = answer(eventsOf(file, each), each.question, each.interpretation);
    return differences(each.answer, got, level);
  } catch (error) {
    return [{ key: "error", expected: each.answer, got: error.stack }];
  }
}

function run(file, level, counts) {
  for (const each of file.cases) {
    if (!claims(each.question, level)) {
      counts["not claimed"] += 1;
      continue;
    }
    const found = failures(file, each, level);
    counts[found.length ? "failed" : "passed"] += 1;
    for (const { key, expected, got } of found) {
      const [wanted, given] = [expected, got].map((value) => JSON.stringify(value));
      console.log(`${each.id}  ${key}: expected ${wanted}, got ${given}`);
    }
  }
}

function main(words) {
  const { level, files } = parsed(words);
  const counts = { passed: 0, failed: 0, "not claimed": 0 };
  for (const path of files) run(read(path), level, counts);
  const told = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  console.log(`level ${level}: ${told.join(", ")}`);
  return counts.failed ? 1 : 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
