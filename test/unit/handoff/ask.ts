import { answerLine } from '../../../lib/handoff/answer-line';
import { base } from '../../values/handoff/requests';

/** The answer to the base request with some of its parts replaced. */
export function ask(parts: object) {
  return JSON.parse(answerLine(JSON.stringify({ ...base, ...parts })));
}

/** A deal of ben's, made on 5 January. */
export const deal = (more: object = {}): object => ({
  id: 'A',
  createdAt: '2026-01-05T08:00:00Z',
  owner: 'ben',
  stage: 'New',
  outcome: 'open',
  ...more,
});

/** Passes as short texts: rule, from, to, day, attempt, decision. */
export function passesOf(parts: object): readonly string[] {
  return ask(parts).handoffs.map((one: Record<string, unknown>) =>
    [`rule ${one.rule}`, one.from, one.to, String(one.passedAt).slice(0, 10), one.attempt, one.decision].join(
      ' ',
    ),
  );
}
