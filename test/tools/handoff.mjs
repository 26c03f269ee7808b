// `npm run -s handoff`: one request per line in, one answer per line out, until the input ends (see README).
import { createInterface } from 'node:readline';
import { ensureNode, ensurePackages } from './ensure.mjs';
import { main } from './run.mjs';

await main(async () => {
  ensureNode();
  await ensurePackages();
  // The browsers that the extension runs in have `Temporal`; Node has it from version 26 on.
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  const { register } = await import('tsx/esm/api');
  register();
  const { answerLine } = await import('../../lib/handoff/answer-line.ts');
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const answer = answerLine(line);
    // A reader that is slow holds us up; one that has gone away ends us.
    if (!process.stdout.write(`${answer}\n`))
      await new Promise((drained) => process.stdout.once('drain', drained));
  }
});
