import fc from 'fast-check';
import type { PlainSchema } from '../../../lib/messages/plain-schema';

/** Values that a schema takes, and values that are nearly so: one place in them is something else, missing or new. */
export function nearly(schema: PlainSchema): fc.Arbitrary<unknown> {
  return fc.oneof(
    good(schema),
    fc.tuple(good(schema), fc.nat(), fc.oneof(oddities(schema), fc.constant(gone))).map(spoiled),
  );
}

const gone = Symbol('gone');

function good(schema: PlainSchema): fc.Arbitrary<unknown> {
  const { anyOf, type, pattern, minLength = 0, maxLength = 20, minimum = -5, maximum = 1000 } = schema;
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(good));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (type) {
    case 'string':
      return pattern === undefined
        ? fc.string({ minLength, maxLength: Math.min(maxLength, 20), unit: 'binary' })
        : fc.stringMatching(new RegExp(pattern));
    case 'integer':
      return fc.integer({ min: Math.max(minimum, -5), max: Math.min(maximum, 1000) });
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(good(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 3, 3) });
    case 'object':
      return goodObject(schema);
    default:
      return fc.jsonValue();
  }
}

function goodObject({ properties, optional = [], additionalProperties, propertyNames }: PlainSchema) {
  if (properties === undefined)
    return fc.dictionary(
      good(propertyNames ?? {}) as fc.Arbitrary<string>,
      good(additionalProperties ?? {}),
      {
        maxKeys: 3,
      },
    );
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, inner]): [string, fc.Arbitrary<unknown>] => [name, good(inner)]),
  );
  return fc.record(fields, { requiredKeys: Object.keys(fields).filter((name) => !optional.includes(name)) });
}

/** What may stand where something else should: of another kind, of the wrong length or form, at a border. */
function oddities(schema: PlainSchema): fc.Arbitrary<unknown> {
  const lengths = [...JSON.stringify(schema).matchAll(/"m(?:ax|in)Length":(\d+)/g)].map(([, n]) => Number(n));
  const length = fc.constantFrom(...lengths.filter((n) => n <= 20_000), 0, 3);
  return fc.oneof(
    fc.constantFrom(null, undefined, true, 0, -1, 1, 1.5, Number.NaN, Infinity, 2 ** 53, '', '0', 'amount'),
    fc.constantFrom(
      '2026-02-29',
      '2024-02-29',
      '2026-13-01',
      '2026-01-01T24:00:00Z',
      '2026-01-01T10:00:00+01:00',
    ),
    fc.constantFrom('eur', 'EUR ', 'EUR', '1.', '-0', '1e3', 'page', 'qualification.', 'qualification.a'),
    fc.constantFrom<unknown>([], {}, [[]], { a: 1 }, ['stage'], [null]),
    fc
      .tuple(length, fc.constantFrom('x', '😀'), fc.constantFrom(-1, 0, 1))
      .map(([n, text, more]) => text.repeat(Math.max(0, n + more))),
  );
}

function spoiled([value, where, odd]: [unknown, number, unknown]): unknown {
  const copy: unknown = structuredClone(value);
  const places = placesIn(copy);
  const place = places[where % (places.length + 1)];
  if (place === undefined) return odd === gone ? undefined : odd;
  const [holder, name] = place;
  if (odd === gone) delete holder[name];
  else holder[name] = odd;
  return copy;
}

type Holder = Record<string, unknown>;

/** Everything in a value that can be replaced, and in each object one name that is new. */
function placesIn(value: unknown): [Holder, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  const own = Object.keys(holder).flatMap((name): [Holder, string][] => [
    [holder, name],
    ...placesIn(holder[name]),
  ]);
  return Array.isArray(value) ? own : [...own, [holder, 'extra']];
}
