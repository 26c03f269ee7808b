import { describe, expect, it } from 'vitest';
import { isInScope } from '../../../../lib/pipeline/scope/is-in-scope';
import { scopeId } from '../../../../lib/pipeline/scope/scope-id';
import { scopeRule } from '../../../../lib/pipeline/scope/scope-rule';
import { segmentOfScope } from '../../../../lib/pipeline/scope/segment-of-scope';
import { segmentValues } from '../../../../lib/pipeline/scope/segment-values';
import { segmentFields } from '../../../../lib/pipeline/scope/segments';
import { segmentsOf } from '../../../../lib/pipeline/scope/segments-of';
import { aDeal } from '../../components/a-deal';

const teams = [{ name: 'DACH', members: ['Ada'] }];

describe('the scope of a segment', () => {
  it('is named by its field and its value, whatever the value is made of', () => {
    for (const field of segmentFields)
      for (const value of ['DACH', 'DACH: south', 'region:DACH', ' ', 'all'])
        expect(segmentOfScope(scopeId({ kind: field, name: value }))).toEqual({ field, value });
  });

  it('is none of everything, a team, a person, another field, or nothing', () => {
    for (const id of [
      'all',
      'team:DACH',
      'person:region:DACH',
      'stage:Offer',
      'region',
      'region:',
      ':DACH',
      '',
    ])
      expect(segmentOfScope(id)).toBeUndefined();
  });

  it('has the deals that show the value in that field, whoever owns them; a team of the same name has its own', () => {
    const south = segmentsOf(aDeal(1, { region: 'DACH', source: null, product: '' }));
    expect(south).toEqual({ region: 'DACH' });
    const isIn = (id: string, owner: string, own = south) => isInScope(scopeRule(id, teams), owner, own);
    expect(isIn('region:DACH', 'Bo')).toBe(true);
    expect(isIn('region:DACH', 'Bo', {})).toBe(false);
    expect(isIn('region:dach', 'Bo')).toBe(false);
    expect(isIn('source:DACH', 'Ada')).toBe(false);
    expect(isIn('team:DACH', 'Bo')).toBe(false);
    expect(isIn('team:DACH', 'Ada', {})).toBe(true);
    expect(isIn('person:Bo', 'Bo')).toBe(true);
    expect(isIn('all', '', {})).toBe(true);
    // As everywhere: what is no more is everything.
    expect(isIn('team:Gone', 'Bo')).toBe(true);
  });
});

describe('the values that deals show', () => {
  it('are counted, with those that show none', () => {
    const seen = segmentValues();
    for (const own of [{ region: 'Nordics' }, { region: 'DACH', source: 'Fair' }, { region: 'DACH' }, {}])
      expect(seen.add(own)).toEqual(own);
    const { region, source, product } = seen.result();
    expect(region).toEqual({
      values: [
        { value: 'DACH', n: 2 },
        { value: 'Nordics', n: 1 },
      ],
      without: 1,
      isTooMany: false,
    });
    expect(source).toEqual({ values: [{ value: 'Fair', n: 1 }], without: 3, isTooMany: false });
    expect(product).toEqual({ values: [], without: 4, isTooMany: false });
  });

  it('are no segments where they are more than 200: a free text', () => {
    const seen = segmentValues();
    for (let nth = 1; nth <= 200; nth += 1) seen.add({ product: `P${nth}`, region: 'DACH' });
    expect(seen.result().product).toMatchObject({ isTooMany: false, without: 0 });
    expect(seen.add({ product: 'P201', region: 'DACH' })).toEqual({ region: 'DACH' });
    expect(seen.result().product).toEqual({ values: [], without: 0, isTooMany: true });
    expect(seen.result().region.values).toEqual([{ value: 'DACH', n: 201 }]);
  });
});
