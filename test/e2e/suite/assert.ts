// What the journeys use of node:assert/strict, for the web extension host, where there is no Node.

function fail(message: string): never {
  throw new Error(message);
}

function ok(value: unknown, message = "not true"): asserts value {
  if (!value) fail(message);
}

function equal(actual: unknown, expected: unknown, message = ""): void {
  if (!Object.is(actual, expected)) fail(`${message}\nactual:   ${String(actual)}\nexpected: ${String(expected)}`);
}

function notEqual(actual: unknown, expected: unknown, message = ""): void {
  if (Object.is(actual, expected)) fail(`${message}\nboth are ${String(actual)}`);
}

function deepEqual(actual: unknown, expected: unknown): void {
  equal(JSON.stringify(actual), JSON.stringify(expected));
}

function notDeepEqual(actual: unknown, expected: unknown): void {
  notEqual(JSON.stringify(actual), JSON.stringify(expected));
}

function match(text: string, pattern: RegExp, message = ""): void {
  ok(pattern.test(text), `${message}\n${pattern} does not match:\n${text}`);
}

function doesNotMatch(text: string, pattern: RegExp, message = ""): void {
  ok(!pattern.test(text), `${message}\n${pattern} matches:\n${text}`);
}

export default { ok, equal, notEqual, deepEqual, notDeepEqual, match, doesNotMatch };
