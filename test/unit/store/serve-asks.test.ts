import { expect, it } from 'vitest';
import { type Line, type Reply, serveAsks } from '../../../lib/store/serve-asks';

/** A worker's end of the line, with what it has said. */
function fakeLine() {
  const said: Reply<unknown, unknown>[] = [];
  let listener: (event: MessageEvent) => void = () => {};
  const line: Line = {
    addEventListener: (_, heard) => void (listener = heard),
    postMessage: (message) => void said.push(message),
  };
  const ask = (id: number, question: string) =>
    listener({ data: { id, ask: question, home: {} } } satisfies Partial<MessageEvent> as MessageEvent);
  return { line, said, ask };
}

it('a question that fails at once is answered with its fault, and those after it are answered', async () => {
  const { line, said, ask } = fakeLine();
  serveAsks<string>(line, {
    atOnce: (question) => {
      if (question === 'bad') throw new RangeError('no such step');
      return { answer: `${question}!` };
    },
    read: async () => undefined,
  });
  ask(1, 'bad');
  ask(2, 'good');
  await expect.poll(() => said.length).toBe(2);
  expect(said).toContainEqual({ id: 1, fault: { name: 'RangeError', message: 'no such step' } });
  expect(said).toContainEqual({ id: 2, answer: 'good!' });
});
