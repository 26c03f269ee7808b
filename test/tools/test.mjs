// `npm test`: sets up what is missing, then runs everything and adds it up.
// `npm test -- --only unit,e2e` runs the named steps (see test/tools/steps.mjs).
import { ensure } from './ensure.mjs';
import { ROOT, Sorry, main } from './run.mjs';
import { STAGES } from './steps.mjs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const WIDTHS = [10, 7, 7, 8, 8];

/** Runs the stages in order, two steps of a stage at a time, and never stops at a failure: the report is whole. */
async function runAll(only) {
  const results = [];
  for (const stage of STAGES) {
    const waiting = stage.filter((step) => only === undefined || only.includes(step.name));
    const alone = waiting.length === 1;
    const lane = async () => {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
        results.push(await runStep(step, alone));
      }
    };
    await Promise.all([lane(), lane()]);
  }
  return results;
}

async function runStep(step, alone) {
  const started = performance.now();
  // Output of two steps at once would mix: it is shown as it comes only where a step runs by itself.
  const onOutput = alone ? (text) => process.stdout.write(text) : undefined;
  const result = await step
    .run({ onOutput })
    .catch((error) => ({ passed: 0, failed: 1, skipped: 0, output: error.stack }));
  const seconds = (performance.now() - started) / 1000;
  if (result.failed > 0 && !alone) console.log(result.output);
  console.log(`${result.failed > 0 ? '✗' : '✓'} ${step.name}  (${step.what}, ${seconds.toFixed(1)} s)`);
  for (const note of result.notes ?? []) console.log(`  ${note}`);
  return { name: step.name, seconds, ...result };
}

function report(results) {
  const row = (cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[at]))).join(' ');
  console.log(`\n${row(['step', 'passed', 'failed', 'skipped', 'seconds'])}`);
  for (const { name, passed, failed, skipped, seconds } of results) {
    console.log(row([name, String(passed), String(failed), String(skipped), seconds.toFixed(1)]));
  }
  const sum = (column) => results.reduce((total, result) => total + result[column], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function chosenSteps(args) {
  if (args.length === 0) return undefined;
  const names = STAGES.flat().map((step) => step.name);
  const only = args[0] === '--only' ? (args[1] ?? '').split(',').filter(Boolean) : [];
  if (args.length > 2 || only.length === 0 || only.some((name) => !names.includes(name))) {
    throw new Sorry(`Usage: npm test [-- --only STEP,STEP]\nSteps: ${names.join(', ')}`);
  }
  return only;
}

await main(async () => {
  const only = chosenSteps(process.argv.slice(2));
  const browser = STAGES.flat().some(
    (step) => step.browser && (only === undefined || only.includes(step.name)),
  );
  await ensure({ browser });
  rmSync(join(ROOT, 'test-results'), { recursive: true, force: true });
  report(await runAll(only));
});
