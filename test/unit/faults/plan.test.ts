import { expect, test } from 'vitest';
import { recipes } from '../../faults/damage';
import { drawsOf } from '../../faults/draws';
import { amountsFor, planOf } from '../../faults/plan';

test('a plan has everything that was asked for, and every recipe as often as the others', () => {
  const plan = planOf(amountsFor(200), drawsOf(1));
  const count = (kind: string) => plan.filter((fault) => fault.kind === kind).length;
  expect([count('kill'), count('torn tail')]).toEqual([200, 50]);
  expect(plan.reduce((sum, fault) => sum + (fault.kind === 'worker kills' ? fault.kills : 0), 0)).toBe(200);
  const done = plan.flatMap((fault) => (fault.kind === 'recipe' ? [fault.recipe] : []));
  expect(new Set(done)).toEqual(new Set(recipes));
  expect(done).toHaveLength(2 * recipes.length);
});

test('the same seed makes the same plan, another one another', () => {
  const plan = (seed: number) => planOf(amountsFor(20), drawsOf(seed));
  expect(plan(7)).toEqual(plan(7));
  expect(plan(8)).not.toEqual(plan(7));
});
