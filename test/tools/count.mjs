// Turns what the test runners wrote into counts. Whatever ended badly counts as at least one failure.
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { ROOT } from './run.mjs';

/** A tool that only passes or fails. */
export async function one(running) {
  const { code, output } = await running;
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
}

/** Counts of Vitest's JSON report. */
export function countVitest(file, { code, output }) {
  const report = readReport(file);
  const {
    numPassedTests: passed = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
  } = report ?? {};
  return settle({ passed, failed: numFailedTests, skipped: numPendingTests + numTodoTests, code, output });
}

/** Counts of Playwright's JSON report, with the reasons of what was skipped. */
export function countPlaywright(file, { code, output }, { maySkip }) {
  const report = readReport(file);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  const reasons = [...new Set(skipReasons(report?.suites ?? []))].map((reason) => `Skipped: ${reason}`);
  const counted = settle({
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    code,
    output,
    notes: reasons,
  });
  if (maySkip || skipped === 0) return counted;
  return {
    ...counted,
    failed: counted.failed + skipped,
    skipped: 0,
    notes: [...reasons, 'With CI set, nothing may be skipped.'],
  };
}

/** Counts of the faults' JSON lines: a round is a test. What the control loses is no failure, it is what it is for. */
export function countFaults({ code, output }) {
  const lines = output.split('\n').filter((line) => line.startsWith('{"'));
  const rounds = lines.map((line) => JSON.parse(line)).filter(({ side }) => side === 'guarded');
  const skipped = rounds.filter(({ skipped: why }) => why !== undefined);
  const failed = rounds.filter(({ lost, partial, wrong, broken }) => lost + partial + wrong > 0 || broken);
  return settle({
    passed: rounds.length - failed.length - skipped.length,
    failed: failed.length,
    skipped: skipped.length,
    code,
    output,
    notes: skipped.map(({ fault, skipped: why }) => `Skipped: ${fault}: ${why}`),
  });
}

function settle({ passed, failed, skipped, code, output, notes = [] }) {
  if (failed === 0 && code !== 0)
    return { passed, failed: 1, skipped, output, notes: [...notes, `It ended with code ${code}.`] };
  if (passed + failed + skipped === 0)
    return { passed, failed: 1, skipped, output, notes: ['It found no tests.'] };
  return { passed, failed, skipped, output, notes };
}

function skipReasons(suites) {
  return suites.flatMap((suite) => [
    ...skipReasons(suite.suites ?? []),
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.flatMap((test) =>
        test.annotations
          .filter(({ type }) => type === 'skip')
          .map(({ description }) => description ?? spec.title),
      ),
    ),
  ]);
}

function readReport(file) {
  const path = isAbsolute(file) ? file : join(ROOT, file);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Half a report is none: the exit code speaks for the run.
    return undefined;
  }
}
