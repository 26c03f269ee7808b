import { describe, expect, it } from 'vitest';
import { passesInMaking } from '../../../lib/handoff/passes-in-making';
import { handoffReport } from '../../../lib/handoff/handoff-report';
import { returnReason } from '../../../lib/handoff/return-reason';
import { rulesOf } from '../../../lib/handoff/rules-of';
import { asProcess, asStore, keyOf } from '../../demo/as-store';
import { generate } from '../../demo/generate';
import { PEOPLE } from '../../demo/people';

const nameOf = (id: string) => PEOPLE.find((person) => person.id === id)?.name;
const ENDS = [
  { name: 'Won', outcome: 'won' },
  { name: 'Lost', outcome: 'lost' },
] as const;

describe.each([1, 2, 3])('the sample CRM of seed %i', (seed) => {
  const today = '2026-05-19';
  const demo = generate({ seed, today });
  const asOf = Date.parse(`${today}T00:00:00.000Z`);
  const same = (name: string) => name;
  const rules = rulesOf(asProcess('2024-01-01'), { nameOf: same, teams: [], ends: ENDS, asOf });
  const making = passesInMaking({ asOf, today, rules: [rules], nameOf: same, verdicts: new Map() });
  const { deals, changes } = asStore(demo);
  for (const deal of deals)
    making.add(
      deal,
      changes.filter(({ key }) => key === deal.key),
    );
  const book = making.result();
  const found = book.found[0]?.handoffs ?? [];

  it('has the passes and decisions that its generator knows', () => {
    const told = found.map(({ deal, pass, decision }) => ({
      deal: deal.id,
      attempt: pass.attempt,
      from: pass.from,
      to: pass.to,
      passedAt: pass.at.to,
      rule: pass.rule,
      decision: decision.kind,
      decidedAt: decision.at?.to,
    }));
    const known = demo.handoffs.map(({ deal, attempt, from, to, passedAt, decision, decidedAt }) => ({
      deal: keyOf(deal),
      attempt,
      from: nameOf(from),
      to: nameOf(to),
      passedAt: Date.parse(passedAt),
      rule: 1,
      decision,
      decidedAt: decidedAt === undefined ? undefined : Date.parse(decidedAt),
    }));
    const inOrder = (a: { deal: string; attempt: number }, b: { deal: string; attempt: number }) =>
      a.deal < b.deal ? -1 : Number(a.deal > b.deal) || a.attempt - b.attempt;
    expect(told.toSorted(inOrder)).toEqual(known.toSorted(inOrder));
  });

  it('says why deals were lost where a loss was the decision', () => {
    const rejected = found.filter(({ decision }) => decision.kind === 'rejected');
    expect(rejected).not.toHaveLength(0);
    for (const handoff of rejected) {
      const deal = demo.deals.find(({ id }) => keyOf(id) === handoff.deal.id);
      expect(handoff.reason).toBe(returnReason(deal?.lostReason ?? null));
    }
  });

  it('is reported with its sources as classes, and nothing missing but what no page shows', () => {
    const report = handoffReport(
      {
        book,
        rules: [rules],
        isSet: true,
        asOf,
        today,
        leads: { today: 0, leads: [], deals: [], partly: [] },
      },
      { period: { start: '2024-01-01', end: '2026-06-01' }, filter: {} },
    );
    expect(report.measures.passes).toBe(demo.handoffs.length);
    expect(report.bySource.map(({ source }) => source)).toEqual(['nets', 'seeds', 'spears']);
    // Whether a pass was hot its people say beside it.
    expect(report.missing).toEqual(['hot']);
  });
});
