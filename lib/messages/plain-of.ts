import { z } from '../schema';
import type { Plain, PlainSchema } from './plain-schema';

/** The words that {@link PlainSchema} has; to each, what becomes of its value. */
const words: { readonly [Word in keyof PlainSchema]-?: (value: never) => unknown } = {
  type: one,
  const: same,
  enum: same,
  minLength: same,
  maxLength: same,
  pattern: same,
  minimum: same,
  maximum: same,
  items: plain,
  maxItems: same,
  properties: (all: Record<string, object>) =>
    Object.fromEntries(Object.entries(all).map(([name, schema]) => [name, plain(schema)])),
  optional: same,
  additionalProperties: plain,
  propertyNames: plain,
  anyOf: (options: readonly object[]) => options.map(plain),
};

/** Said beside a pattern that says the same, and of the document as a whole. */
const silent = new Set(['$schema', 'format']);

/** Checks for which there are words; zod leaves out every other without a sound. */
const checks = new Set([
  'min_length',
  'max_length',
  'greater_than',
  'less_than',
  'number_format',
  'string_format',
]);

/**
 * A schema as plain data, for `faultIn`: it takes and refuses the same values.
 *
 * @throws Error where the schema says something that plain data cannot (a check of our own, a transformation)
 */
export function plainOf<Schema extends z.core.$ZodType>(schema: Schema): Plain<z.output<Schema>> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'throw', override: refuseOthers });
  // The type that the plain data describes is not in it.
  return plain(json) as Plain<z.output<Schema>>;
}

function refuseOthers({ zodSchema }: { readonly zodSchema: z.core.$ZodType }): void {
  const { traits } = zodSchema._zod;
  // Data has no `undefined`: what may be left out is left out.
  if (traits.has('$ZodOptional') && !traits.has('$ZodExactOptional'))
    throw new Error('a schema has a field that may be undefined: take exactOptional');
  for (const { _zod } of zodSchema._zod.def.checks ?? []) {
    const { check, pattern } = _zod.def as { readonly check: string; readonly pattern?: RegExp };
    if (!checks.has(check)) throw new Error(`a schema has a check that nobody makes: ${check}`);
    // JSON Schema has no place for them.
    if (pattern?.flags) throw new Error(`a schema's pattern has flags: ${pattern.source}`);
  }
}

function plain(schema: object): PlainSchema {
  // Two types and nothing else of either: zod's short form.
  if ('type' in schema && Array.isArray(schema.type) && Object.keys(schema).length === 1)
    return { anyOf: schema.type.map((type: object) => plain({ type })) };
  return Object.fromEntries(
    Object.entries(closed(schema)).flatMap(([word, value]) => {
      if (silent.has(word)) return [];
      if (!Object.hasOwn(words, word)) throw new Error(`a schema says what nobody checks: ${word}`);
      // The value of each word is what JSON Schema has there.
      return [[word, words[word as keyof PlainSchema](value as never)]];
    }),
  );
}

/** Says of an object what may be missing instead of what must be there: that is less. */
function closed(schema: object & { readonly type?: unknown }): object {
  if (schema.type !== 'object') return schema;
  const {
    properties = {},
    required = [],
    additionalProperties,
    ...rest
  } = schema as typeof schema & {
    readonly properties?: object;
    readonly required?: readonly string[];
    readonly additionalProperties?: object | false;
  };
  if (additionalProperties === undefined) throw new Error('a schema of an object that takes any property');
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  return {
    ...rest,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(optional.length > 0 && { optional }),
    ...(additionalProperties !== false && { additionalProperties }),
  };
}

function one(type: string | readonly string[]): string {
  if (typeof type !== 'string') throw new Error(`a schema of several types: ${type.join()}`);
  return type;
}

function same<Value>(value: Value): Value {
  return value;
}
