import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const tool = fileURLToPath(new URL('../../tools/forecast.mjs', import.meta.url));
const request = { v: 1, id: 1, asOf: '2026-04-01', dataStart: null, stages: [], periods: [], deals: [] };

it('the command answers line by line, goes on after a malformed one, and ends with its input', () => {
  const lines = [JSON.stringify(request), '{', '', JSON.stringify({ ...request, id: 'two' })];
  const { stdout, stderr, status } = spawnSync(process.execPath, [tool], {
    input: lines.join('\n'),
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: unknown; error?: string });
  expect(answers.map(({ id, error }) => [id, error])).toEqual([
    [1, undefined],
    [null, 'the line is not JSON'],
    ['two', undefined],
  ]);
});
