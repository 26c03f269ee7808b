import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../lib/deal/content-hash';
import { fingerprintOf } from '../../../lib/deal/fingerprint-of';
import { isCounted } from '../../../lib/deal/is-counted';

const data = fc.jsonValue({ maxDepth: 3 });
const objects = fc.dictionary(fc.string(), data, { maxKeys: 8 });

describe('contentHash', () => {
  it('is stable: stored digests stay good over versions', () => {
    expect(contentHash({ stage: 'Offer', amountMinor: 122050, owner: null })).toBe('aca6f2965647826e');
  });

  it('has sixteen hexadecimal digits', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(contentHash(value)).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });

  it('does not depend on the order of keys, at any depth', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([name, item]) => [name, turned(item)])
          .toReversed(),
      );
    };
    fc.assert(
      fc.property(objects, (value) => {
        expect(contentHash(turned(value))).toBe(contentHash(value));
      }),
    );
  });

  it('takes undefined for absent and null for a value', () => {
    expect(contentHash({ a: 1, b: undefined })).toBe(contentHash({ a: 1 }));
    expect(contentHash({ a: 1, b: null })).not.toBe(contentHash({ a: 1 }));
  });

  it('tells values apart that look alike', () => {
    const alike = [
      1,
      '1',
      [1],
      ['1'],
      { 1: 1 },
      null,
      'null',
      [],
      {},
      '',
      [null],
      ['', ''],
      ['","'],
      { a: { b: 1 } },
      { 'a.b': 1 },
      { a: 'b' },
      { b: 'a' },
      true,
      'true',
      0,
      false,
    ];
    expect(new Set(alike.map((value) => contentHash(value))).size).toBe(alike.length);
  });

  it('differs wherever one value of many differs', () => {
    fc.assert(
      fc.property(objects, fc.string({ minLength: 1 }), data, data, (value, name, one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other) && !Object.is(one, -0) && !Object.is(other, -0));
        fc.pre(typeof one !== 'object' && typeof other !== 'object');
        expect(contentHash({ ...value, [name]: one })).not.toBe(contentHash({ ...value, [name]: other }));
      }),
    );
  });

  it('has no collision among many short, similar contents, in either half', () => {
    const digests = new Set<string>();
    const halves = [new Set<string>(), new Set<string>()];
    const count = 100_000;
    for (let nth = 0; nth < count; nth += 1) {
      const digest = contentHash({ stage: `S${nth % 7}`, amountMinor: nth, name: `Deal ${nth % 1000}` });
      digests.add(digest);
      halves[0]?.add(digest.slice(0, 8));
      halves[1]?.add(digest.slice(8));
    }
    expect(digests.size).toBe(count);
    // 100,000 draws from 2^32 collide about 1.2 times; a half that collides often would carry no weight.
    for (const half of halves) expect(half.size).toBeGreaterThan(count - 15);
  });

  it.each([[Number.NaN], [{ a: Number.POSITIVE_INFINITY }], [() => 1], [[1n]]])(
    'has no digest for what is no plain data',
    (value) => {
      expect(() => contentHash(value)).toThrow(TypeError);
    },
  );
});

describe('fingerprintOf', () => {
  it('is the number where one is shown, and is counted then', () => {
    const print = fingerprintOf({ values: { number: ' 4711 ', name: 'A' } });
    expect(print).toBe('number:4711');
    expect(isCounted(print)).toBe(true);
  });

  it.each([undefined, null, '', '  '])('is a digest where the number is %j, and is not counted', (number) => {
    const values = { name: 'A', account: 'Example Ltd', ...(number === undefined ? {} : { number }) };
    const print = fingerprintOf({ values });
    expect(print).toMatch(/^hash:[0-9a-f]{16}$/);
    expect(isCounted(print)).toBe(false);
    expect(fingerprintOf({ values: { ...values, stage: 'Won', amount: { decimal: '1' } } })).toBe(print);
    expect(fingerprintOf({ values: { ...values, name: 'B' } })).not.toBe(print);
  });

  it('does not take a number for a digest or the other way round', () => {
    expect(isCounted(fingerprintOf({ values: { number: 'hash:ab' } }))).toBe(true);
  });
});
