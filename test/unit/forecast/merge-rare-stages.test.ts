import { describe, expect, it } from 'vitest';
import { forecast } from '../../../lib/forecast/forecast';
import { makeBook } from '../../../lib/forecast/make-book';
import type { DealInput, StageInput } from '../../../lib/forecast/request';
import { deal, request } from './make-request';

const name = (at: number): string => `S${String(at).padStart(5, '0')}`;

/** Deals that went from their stage to the next but one, so that of `count` stages each has been visited. */
function deals(count: number): readonly DealInput[] {
  return Array.from({ length: count }, (_, at) =>
    deal(`D${at}`, {
      stage: name((at + 1) % count),
      history: [{ at: '2026-02-01', field: 'stage', from: name(at), to: name((at + 1) % count) }],
    }),
  );
}

const configured = (count: number, probability: (at: number) => number | null): readonly StageInput[] =>
  Array.from({ length: count }, (_, at) => ({ id: name(at), order: at, probability: probability(at) }));

const stagesOf = (all: readonly DealInput[], stages: readonly StageInput[] = []) =>
  makeBook(request(all, { stages }));

describe('very many stages', () => {
  it('leave the most visited eighty apart, and the others share one', () => {
    expect(stagesOf(deals(80)).stages).toEqual(Array.from({ length: 80 }, (_, at) => name(at)));
    expect(stagesOf(deals(81)).stages).toHaveLength(81);
    expect(stagesOf(deals(2000)).stages).toHaveLength(81);
    // Deals that came into the last stage once more make it one of those that are told apart.
    const back = deal('X', {
      history: [{ at: '2026-02-01', field: 'stage', from: name(1998), to: name(1999) }],
    });
    expect(stagesOf([...deals(2000), back]).stages.slice(-2)).toEqual([
      `one ${name(1998)}`,
      `one ${name(1999)}`,
    ]);
  });

  it('that are rare share one by the tenth of their configured chance', () => {
    const { stages, stageProbability } = stagesOf(
      deals(400),
      configured(400, (at) => (at % 4) / 4),
    );
    expect(stages).toHaveLength(84);
    const shared = stages.flatMap((stage, at) => (stage.startsWith('rare') ? [stageProbability[at]] : []));
    expect(shared.toSorted()).toEqual([0, 0.3, 0.5, 0.8]);
  });

  it('are one stay where a deal goes from one rare stage to another', () => {
    const book = stagesOf(deals(400));
    const lengths = Array.from(book.ids, (id, row) => ({
      id,
      stays: (book.stayStart[row + 1] ?? 0) - (book.stayStart[row] ?? 0),
    }));
    // From S0 to S79 each is told apart from the next; from the last of these to the shared one there is a move.
    const moved = lengths.filter(({ stays }) => stays === 2).map(({ id }) => Number(id.slice(1)));
    expect(moved.toSorted((a, b) => a - b)).toEqual([...Array.from({ length: 80 }, (_, at) => at), 399]);
    expect(lengths.every(({ stays }) => stays === 1 || stays === 2)).toBe(true);
  });

  it('take hardly longer than a hundred: sixteen times as many, less than six times as long', () => {
    const [few, many] = [request(deals(100)), request(deals(1600))];
    const time = (asked: typeof few): number => {
      const from = performance.now();
      forecast(asked);
      return performance.now() - from;
    };
    const runs = Array.from({ length: 3 }, () => [time(few), time(many)] as const);
    const least = (of: 0 | 1): number => Math.min(...runs.map((run) => run[of]));
    expect(least(1) / least(0)).toBeLessThan(6);
  });
});
