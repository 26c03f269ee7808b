import { expect, it, vi } from 'vitest';
import { answerLine } from '../../../lib/handoff/answer-line';
import { handoff } from '../../../lib/handoff/handoff';

vi.mock('../../../lib/handoff/handoff', { spy: true });

it('a fault of the core is the answer to its line, and the next line is answered', () => {
  vi.mocked(handoff).mockImplementationOnce(() => {
    throw new TypeError('not iterable');
  });
  const answered = (id: string) => JSON.parse(answerLine(JSON.stringify({ v: 1, id, asOf: '2026-04-11' })));
  expect(answered('broken')).toEqual({
    id: 'broken',
    error: 'a fault of the computation: TypeError: not iterable',
  });
  expect(answered('sound')).toMatchObject({ id: 'sound' });
  expect(answered('sound').error).toBeUndefined();
});
