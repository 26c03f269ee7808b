import { describe, expect, it } from 'vitest';
import type { SyncPage } from '../../../../lib/crm/adapter';
import { fakeOdoo } from '../odoo/fake-odoo';
import { fakeSalesforce } from '../salesforce/fake-salesforce';
import { answerOf, type FakeCall, type FakeCrm, pagesOf, reply, sessionOn } from './fake-crm';
import { fakeCrms } from './fakes';

/** What no interface writes for an amount, a day, a share or an outcome; and what looks like one and is none. */
const poisons: readonly unknown[] = [
  '48.000,00',
  '$48,000',
  '31.12.2026',
  '2026-13-45',
  { value: 7 },
  [48_000],
  'yes',
  1e21,
  'Infinity',
];

type Json = Readonly<Record<string, unknown>> | readonly unknown[] | string | number | boolean | null;

/** Every place of a value that is neither list nor record. */
function leavesOf(json: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(json)) return json.flatMap((item: Json, nth) => leavesOf(item, [...path, nth]));
  if (typeof json === 'object' && json !== null)
    return Object.entries(json).flatMap(([name, item]) => leavesOf(item as Json, [...path, name]));
  return [path];
}

/** The same with another value in that place. */
function withLeaf(json: Json, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(json))
    return json.map((item: Json, nth) => (nth === step ? withLeaf(item, rest, value) : item));
  const record = json as Readonly<Record<string, Json>>;
  return { ...record, [step]: withLeaf(record[step] ?? null, rest, value) };
}

/** What figures are made of: each such value of a run. */
function figuresOf(pages: readonly SyncPage[]): string[] {
  return pages.flatMap(({ deals, histories = [] }) => [
    ...deals.flatMap(
      ({ id, values: { amount, recurring, closeOn, closedOn, createdOn, outcome, crmProbability } }) =>
        Object.entries({ amount, recurring, closeOn, closedOn, createdOn, outcome, crmProbability })
          // Nothing, and nothing told, are no figures.
          .filter(([, value]) => value !== undefined && value !== null)
          .map(([field, value]) => `${id} ${field} ${JSON.stringify(value)}`),
    ),
    ...histories.flatMap(({ id, history }) =>
      history.changes
        .filter(({ field }) => field !== 'owner' && field !== 'stage')
        .map((change) => `${id} ${JSON.stringify(change)}`),
    ),
  ]);
}

const small: Readonly<Record<string, () => FakeCrm>> = {
  ...fakeCrms,
  odoo: fakeOdoo,
  salesforce: fakeSalesforce,
};

describe.each(Object.entries(small).filter(([crm]) => crm !== 'tryton'))(
  'a %s with one odd value',
  (_, fake) => {
    it('gives the figures that it gave without, or fewer, or says that it does not know the page', async () => {
      // Of a call that is made again, once.
      const bodies = new Map<string, Json>();
      const recording = sessionOn(fake(), {
        instead: (_nth, text, call) => {
          if (text !== '') bodies.set(keyOf(call), JSON.parse(text) as Json);
          return undefined;
        },
      });
      const sound = new Set(figuresOf(await pagesOf(fake(), recording)));
      expect(sound.size).toBeGreaterThan(5);
      let tried = 0;
      for (const [key, body] of bodies) {
        for (const [nth, leaf] of leavesOf(body).entries()) {
          const poison = poisons[(tried + nth) % poisons.length];
          const crm = fake();
          const poisoned = JSON.stringify(withLeaf(body, leaf, poison));
          const run = sessionOn(crm, {
            instead: (_nth, _text, other) => (keyOf(other) === key ? reply(200, poisoned) : undefined),
          });
          const pages: SyncPage[] = [];
          try {
            for await (const page of crm.way.run(run.session)) pages.push(page);
          } catch (error) {
            // It stopped; what came before is held to the same.
            expect(String(error), leaf.join('.')).toMatch(/SyncStopped|Declined/);
          }
          for (const figure of figuresOf(pages))
            if (!sound.has(figure))
              expect.unreachable(`${figure} by ${leaf.join('.')} = ${JSON.stringify(poison)}`);
          tried += 1;
        }
      }
      expect(tried).toBeGreaterThan(40);
    });
  },
);

/** The same for calls that ask the same; a call's own number is no part of its question. */
function keyOf({ path, url, body }: FakeCall): string {
  const { id: _, ...rest } = (body ?? {}) as { id?: unknown };
  return JSON.stringify([path, url.search, rest]);
}

it('finds a figure that was made of something else', () => {
  expect(withLeaf({ a: [1, { b: 2 }] }, ['a', 1, 'b'], 'x')).toEqual({ a: [1, { b: 'x' }] });
  expect(leavesOf({ a: [1, { b: null }], c: 'd' })).toEqual([['a', 0], ['a', 1, 'b'], ['c']]);
  const [page] = [{ deals: [{ id: '1', at: '', values: { closeOn: '2026-01-01', amount: null } }] }];
  expect(figuresOf([page as unknown as SyncPage])).toEqual(['1 closeOn "2026-01-01"']);
  expect(() =>
    answerOf(
      { answer: () => undefined } as unknown as FakeCrm,
      { url: new URL('https://a.example') } as FakeCall,
    ),
  ).toThrow('no answer');
});
