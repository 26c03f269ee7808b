import { describe, expect, it } from 'vitest';
import { generate } from '../../demo/generate';
import { isSdr } from '../../demo/people';
import type { Change, Deal, Decision, Demo, Handoff } from '../../demo/types';

const TODAY = '2026-03-31';
const WINDOW_MS = 30 * 86_400_000;
const demos = [1, 2, 3, 4, 5].map((seed) => generate({ seed, today: TODAY }));
const [first] = demos as [Demo, ...Demo[]];

describe.each(demos.map((demo, index) => ({ seed: index + 1, demo })))(
  'the sample deals of seed $seed',
  ({ demo }) => {
    it('are as many as asked for, with ids of their own', () => {
      expect(demo.deals).toHaveLength(400);
      expect(new Set(demo.deals.map((deal) => deal.id)).size).toBe(400);
    });

    it('were all created in the 18 months before today', () => {
      for (const { createdAt } of demo.deals) {
        expect(createdAt >= '2024-09-30').toBe(true);
        expect(createdAt < TODAY).toBe(true);
      }
    });

    it('are a mix that a real team would have', () => {
      const share = (of: (deal: Deal) => boolean): number => demo.deals.filter(of).length / demo.deals.length;
      expect(share((deal) => deal.outcome === 'open')).toBeGreaterThan(0.16);
      expect(share((deal) => deal.outcome === 'open')).toBeLessThan(0.29);
      expect(share((deal) => deal.outcome === 'won')).toBeGreaterThan(0.13);
      expect(share((deal) => deal.outcome === 'lost')).toBeGreaterThan(0.4);
      expect(share((deal) => deal.currency === 'DKK')).toBeGreaterThan(0.22);
      expect(share((deal) => deal.currency === 'DKK')).toBeLessThan(0.38);
      expect(new Set(demo.deals.map((deal) => deal.name)).size).toBeLessThan(400);
    });

    it('hold every kind of move: forward, back, slips, new amounts, passes and returns', () => {
      const orderOf = (stage: unknown): number => demo.stages.find((one) => one.id === stage)?.order ?? 0;
      const some = (of: (change: Change) => boolean): number => demo.changes.filter(of).length;
      expect(some((one) => one.field === 'stage' && orderOf(one.to) < orderOf(one.from))).toBeGreaterThan(10);
      expect(some((one) => one.field === 'closeOn' && String(one.to) > String(one.from))).toBeGreaterThan(50);
      expect(some((one) => one.field === 'amount')).toBeGreaterThan(50);
      expect(some((one) => one.reason !== undefined && isSdr(String(one.to)))).toBeGreaterThan(10);
      expect(demo.deals.some((deal) => deal.outcome === 'open' && deal.closeOn < TODAY)).toBe(true);
      for (const decision of [
        'accepted',
        'rejected',
        'recycled',
        'lapsed',
        'undecided',
      ] satisfies Decision[]) {
        expect(demo.handoffs.filter((one) => one.decision === decision)).not.toHaveLength(0);
      }
      expect(demo.handoffs.some((one) => one.attempt > 1)).toBe(true);
    });

    it('stand where their history leads', () => {
      for (const deal of demo.deals) {
        const state: Record<string, unknown> = { ...demo.initial.get(deal.id) };
        for (const change of changesOf(demo, deal.id)) {
          expect(state[change.field]).toEqual(change.from);
          expect(change.to).not.toEqual(change.from);
          state[change.field] = change.to;
        }
        expect(deal).toMatchObject(state);
      }
    });

    it('agree with themselves about being closed', () => {
      for (const deal of demo.deals) {
        const closing = changesOf(demo, deal.id).findLast(
          (one) => one.field === 'outcome' && one.to !== 'open',
        );
        expect(deal.outcome).toBe(demo.stages.find((stage) => stage.id === deal.stage)?.outcome);
        expect(deal.closedOn).toBe(deal.outcome === 'open' ? null : closing?.at.slice(0, 10));
        expect(deal.lostReason !== null).toBe(deal.outcome === 'lost');
        if (deal.outcome === 'won') expect(deal.amount).toBeGreaterThan(0);
      }
    });

    it('have a history in order of time, which ends before today', () => {
      const times = demo.changes.map((change) => change.at);
      expect(times).toEqual(times.toSorted());
      expect(times.every((at) => at < TODAY)).toBe(true);
      for (const { deal, at } of demo.changes) {
        expect(at > (demo.deals.find((one) => one.id === deal)?.createdAt ?? '')).toBe(true);
      }
    });

    it('have one hand-over for every time the owner changed from an SDR to an AE', () => {
      const seen = demo.changes
        .filter((one) => one.field === 'owner' && isSdr(String(one.from)) && !isSdr(String(one.to)))
        .map(({ deal, from, to, at }) => ({ deal, from, to, passedAt: at }));
      expect(demo.handoffs.map(({ deal, from, to, passedAt }) => ({ deal, from, to, passedAt }))).toEqual(
        seen,
      );
      for (const deal of demo.deals) {
        const attempts = demo.handoffs.filter((one) => one.deal === deal.id).map((one) => one.attempt);
        expect(attempts).toEqual(attempts.map((_, index) => index + 1));
      }
    });

    it('have the decision about each hand-over that the history shows', () => {
      for (const handoff of demo.handoffs) {
        const { decision, decidedAt } = decisionIn(demo, handoff);
        expect(handoff.decision).toBe(decision);
        expect(handoff.decidedAt).toBe(decidedAt);
      }
    });
  },
);

describe('the generator', () => {
  it('gives the same data for the same options, and other data for another seed', () => {
    expect(generate({ seed: 1, today: TODAY })).toEqual(first);
    expect(generate({ seed: 6, today: TODAY }).deals).not.toEqual(first.deals);
  });

  it('makes as many deals as asked for, none included', () => {
    expect(generate({ seed: 1, today: TODAY, deals: 7 }).deals).toHaveLength(7);
    expect(generate({ seed: 1, today: TODAY, deals: 0 }).changes).toEqual([]);
  });

  it('copes with a day that the month 18 months earlier does not have', () => {
    expect(
      generate({ seed: 1, today: '2026-08-31', deals: 50 }).deals.every(
        (deal) => deal.createdAt >= '2025-02-28',
      ),
    ).toBe(true);
  });
});

function changesOf(demo: Demo, id: string): Change[] {
  return demo.changes.filter((change) => change.deal === id);
}

/** Reads the decision from the changes alone; the generator writes it down as it happens. */
function decisionIn(demo: Demo, { deal, passedAt }: Handoff): { decision: Decision; decidedAt?: string } {
  const end = Date.parse(passedAt) + WINDOW_MS;
  for (const { field, to, at } of changesOf(demo, deal)) {
    if (at <= passedAt || Date.parse(at) > end) continue;
    if (field === 'stage' && to === 'Qualified') return { decision: 'accepted', decidedAt: at };
    if (field === 'outcome' && to === 'lost') return { decision: 'rejected', decidedAt: at };
    if (field === 'owner' && isSdr(String(to))) return { decision: 'recycled', decidedAt: at };
  }
  if (end >= Date.parse(TODAY)) return { decision: 'undecided' };
  return { decision: 'lapsed', decidedAt: `${new Date(end).toISOString().slice(0, 19)}Z` };
}
