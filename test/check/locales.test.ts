import { join } from 'node:path';
import { parseMessagesFile, type ParsedMessage } from '@wxt-dev/i18n/build';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Module, type Node, nodesOf, readModules, ROOT } from './modules';

let english: ReadonlyMap<string, ParsedMessage>;
let danish: ReadonlyMap<string, ParsedMessage>;
let modules: readonly Module[];

beforeAll(async () => {
  [english, danish] = await Promise.all([messages('en'), messages('da')]);
  modules = await readModules(['lib', 'components', 'entrypoints']);
});

async function messages(locale: string): Promise<ReadonlyMap<string, ParsedMessage>> {
  const parsed = await parseMessagesFile(join(ROOT, 'lib/i18n/locales', `${locale}.yml`));
  // Names that begin with @@ are the browser's own.
  return new Map(
    parsed
      .map((message) => [message.key.join('.'), message] as const)
      .filter(([key]) => !key.startsWith('@@')),
  );
}

const textsOf = (message: ParsedMessage): readonly string[] =>
  message.type === 'plural' ? Object.values(message.plurals) : [message.message];

const placeholdersOf = (message: ParsedMessage): readonly string[] =>
  [...new Set(textsOf(message).flatMap((text) => text.match(/\{\w+\}|\$\d/g) ?? []))].toSorted();

describe('English and Danish', () => {
  test('hold the same messages', () => {
    expect(english.size).toBeGreaterThan(50);
    expect([...danish.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('fill in the same values, and count in the same messages', () => {
    const shape = (all: ReadonlyMap<string, ParsedMessage>) =>
      Object.fromEntries(
        [...all].map(([key, message]) => [key, [message.type === 'plural', ...placeholdersOf(message)]]),
      );
    expect(shape(danish)).toEqual(shape(english));
    expect([...english.values()].some((message) => placeholdersOf(message).length > 0)).toBe(true);
  });

  test('have names that a browser takes: with any other it loads no extension', () => {
    const refused = [...english.keys(), ...danish.keys()].filter((key) => !/^[\w.]+$/.test(key));
    expect(refused).toEqual([]);
  });

  test('have no empty text', () => {
    const empty = [...english, ...danish].filter(([, message]) =>
      textsOf(message).some((text) => text.trim() === ''),
    );
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  test('are both translated: hardly any longer text is the same in both', () => {
    const long = [...english].filter(([, message]) => (textsOf(message)[0] ?? '').length > 25);
    const same = long.filter(
      ([key, message]) => String(textsOf(message)) === String(textsOf(danish.get(key) ?? message)),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

describe('messages and code', () => {
  test('every message that the code asks for exists', () => {
    const asked = modules.flatMap((module) => askedKeys(module).map((key) => `${module.path}: ${key}`));
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((line) => !english.has(line.slice(line.indexOf(': ') + 2)))).toEqual([]);
  });

  test('every message is used', () => {
    const { texts, patterns } = mentions(modules);
    const unused = [...english.keys()].filter(
      (key) =>
        !/^extension(?:Name|Description)$/.test(key) &&
        !texts.has(key) &&
        !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });
});

/** Keys in calls of `t` with a literal. */
function askedKeys({ tree }: Module): readonly string[] {
  return [...nodesOf(tree)].flatMap((node) => {
    if (node.type !== 'CallExpression' || (node['callee'] as Node)['name'] !== 't') return [];
    const key = (node['arguments'] as readonly Node[])[0]?.['value'];
    return typeof key === 'string' ? [key] : [];
  });
}

/** Texts in the code, and templates such as `firstRun.${part}` as patterns: keys are also kept in tables. */
function mentions(all: readonly Module[]): {
  readonly texts: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
} {
  const texts = new Set<string>();
  const patterns: RegExp[] = [];
  for (const node of all.flatMap(({ tree }) => [...nodesOf(tree)])) {
    if (typeof node['value'] === 'string') texts.add(node['value']);
    if (node.type !== 'TemplateLiteral') continue;
    const parts = (node['quasis'] as readonly { readonly value: { readonly raw: string } }[]).map(
      ({ value }) => value.raw,
    );
    // A template that starts with its variable could be anything: it uses no key.
    if (/^[a-z]\w*\./.test(parts[0] ?? '')) patterns.push(new RegExp(`^${parts.map(escaped).join('\\w+')}$`));
  }
  return { texts, patterns };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
