import type { PlainSchema } from './plain-schema';

/** What is wrong with a value, and where in it. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: 'type' | 'value' | 'length' | 'form' | 'range' | 'unknown-field' | 'missing' | 'kind';
  /** The name that nobody knows, of a field too many. */
  readonly name?: string;
}

/** The first thing in which a value is not what the schema says; `undefined`: it is. Depth and time are the schema's. */
export function faultIn(schema: PlainSchema, value: unknown): Fault | undefined {
  if (schema.anyOf !== undefined) return faultInUnion(schema.anyOf, value);
  const { type } = schema;
  if (type !== undefined && !isOfType(type, value)) return fault('type');
  if ('const' in schema && schema.const !== value) return fault('value');
  if (schema.enum?.includes(value) === false) return fault('value');
  if (typeof value === 'string') return faultInText(schema, value);
  if (typeof value === 'number') return faultInNumber(schema, value);
  if (Array.isArray(value)) return faultInList(schema, value);
  if (type === 'object') return faultInObject(schema, value as object);
  return undefined;
}

function fault(code: Fault['code'], about: Partial<Fault> = {}): Fault {
  return { path: [], code, ...about };
}

function isOfType(type: PlainSchema['type'], value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

/** Of several kinds that a value may be, or of one kind and `null`: then the fault is the one in that kind. */
function faultInUnion(options: readonly PlainSchema[], value: unknown): Fault | undefined {
  const faults: Fault[] = [];
  for (const option of options) {
    const found = faultIn(option, value);
    if (found === undefined) return undefined;
    if (option.type !== 'null') faults.push(found);
  }
  return faults.length === 1 ? faults[0] : fault('kind');
}

function faultInText({ minLength = 0, maxLength = Infinity, pattern }: PlainSchema, text: string) {
  // A length is counted in characters; one may be two places long.
  const length =
    text.length > maxLength || text.length < 2 * minLength ? Array.from(text).length : text.length;
  if (length < minLength || length > maxLength) return fault('length');
  return pattern !== undefined && !formOf(pattern).test(text) ? fault('form') : undefined;
}

function faultInNumber({ minimum = -Infinity, maximum = Infinity }: PlainSchema, value: number) {
  return value < minimum || value > maximum ? fault('range') : undefined;
}

function faultInList({ items, maxItems = Infinity }: PlainSchema, list: readonly unknown[]) {
  if (list.length > maxItems) return fault('length');
  for (let nth = 0; items !== undefined && nth < list.length; nth += 1) {
    const found = faultIn(items, list[nth]);
    if (found !== undefined) return under(nth, found);
  }
  return undefined;
}

function faultInObject(schema: PlainSchema, value: object): Fault | undefined {
  const { properties = {}, additionalProperties, propertyNames } = schema;
  let unknown: Fault | undefined;
  for (const name of Object.keys(value)) {
    const own = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (own === undefined) unknown ??= fault('unknown-field', { name });
    else {
      const found =
        (propertyNames && faultIn(propertyNames, name)) ?? faultIn(own, value[name as keyof typeof value]);
      if (found !== undefined) return under(name, found);
    }
  }
  const missing = requiredOf(schema).find((name) => !Object.hasOwn(value, name));
  return missing === undefined ? unknown : fault('missing', { path: [missing] });
}

const required = new WeakMap<PlainSchema, readonly string[]>();

/** The properties that must be there: looked up once, for every row of a message is held against it. */
function requiredOf(schema: PlainSchema): readonly string[] {
  const { properties = {}, optional = [] } = schema;
  const names = required.get(schema) ?? Object.keys(properties).filter((name) => !optional.includes(name));
  required.set(schema, names);
  return names;
}

function under(step: string | number, inner: Fault): Fault {
  return { ...inner, path: [step, ...inner.path] };
}

const forms = new Map<string, RegExp>();

function formOf(pattern: string): RegExp {
  const form = forms.get(pattern) ?? new RegExp(pattern);
  forms.set(pattern, form);
  return form;
}
