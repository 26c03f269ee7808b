import { runnerImport, type Plugin } from 'vite';

/** The file whose exports are plain data: what it imports to make them stays at home. */
const FOLDED = '/lib/messages/plain-schemas.ts';

/**
 * Runs that file while building and writes down what it exports. Nothing changes by it but size: the file as it stands
 * exports the same.
 */
export function foldSchemas(): Plugin {
  return {
    name: 'stafet-fold-schemas',
    async load(id) {
      if (!id.endsWith(FOLDED)) return undefined;
      const { module } = await runnerImport<Readonly<Record<string, unknown>>>(id);
      return moduleOf(module);
    },
  };
}

/** A module with these exports; what stands in them several times is written once. */
function moduleOf(exported: Readonly<Record<string, unknown>>): string {
  const uses = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = JSON.stringify(value);
    uses.set(text, (uses.get(text) ?? 0) + 1);
    if (uses.get(text) === 1) Object.values(value).forEach(count);
  };
  Object.values(exported).forEach(count);

  const names = new Map<string, string>();
  const lines: string[] = [];
  const write = (value: unknown): string => {
    const text = JSON.stringify(value);
    if (typeof value !== 'object' || value === null) return text;
    const known = names.get(text);
    if (known !== undefined) return known;
    const inner = Array.isArray(value)
      ? `[${value.map(write).join()}]`
      : `{${Object.entries(value)
          .map(([name, one]) => `${JSON.stringify(name)}:${write(one)}`)
          .join()}}`;
    if ((uses.get(text) ?? 0) < 2) return inner;
    const name = `shared${names.size}`;
    names.set(text, name);
    lines.push(`const ${name} = ${inner};`);
    return name;
  };
  for (const [name, value] of Object.entries(exported)) lines.push(`export const ${name} = ${write(value)};`);
  return lines.join('\n');
}
