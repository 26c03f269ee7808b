import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, faultIn } from '../../../lib/messages/fault-in';
import { plainOf } from '../../../lib/messages/plain-of';
import type { PlainSchema } from '../../../lib/messages/plain-schema';
import * as plainSchemas from '../../../lib/messages/plain-schemas';
import * as schemas from '../../../lib/messages/schemas';
import { z } from '../../../lib/schema';
import { foldSchemas } from '../../config/fold-schemas';
import { nearly } from './arbitrary-plain';

const plainOnes: Readonly<Record<string, PlainSchema>> = { ...plainSchemas };
const zodOnes: Readonly<Record<string, unknown>> = { ...schemas };
const names = Object.keys(plainOnes);

describe('the schemas as plain data', () => {
  it('are those of every message', () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
  });

  it.each(names)(
    '%s takes and refuses what its schema does, and finds the fault where that finds one',
    (name) => {
      const plain = plainOnes[name] ?? {};
      // One of the same name, or the test fails at its first value.
      const schema = zodOnes[name] as z.core.$ZodType;
      let taken = 0;
      fc.assert(
        fc.property(nearly(plain), (value) => {
          const fault = faultIn(plain, value);
          const parsed = z.safeParse(schema, value);
          expect(fault === undefined).toBe(parsed.success);
          if (fault === undefined) taken += 1;
          // Of several kinds that a value might be, zod at times knows better which was meant.
          else expect(parsed.error?.issues.some(({ path }) => isWithin(path, fault.path))).toBe(true);
        }),
        { numRuns: 400 },
      );
      expect(taken).toBeGreaterThan(100);
    },
  );

  it('say all that a schema says, or cannot be made', () => {
    expect(() => plainOf(z.string().check(z.refine((text) => text === 'x')))).toThrow(/custom/);
    expect(() => plainOf(z.array(z.string()).check(z.minLength(1)))).toThrow(/minItems/);
    expect(() => plainOf(z.string().check(z.regex(/x/i)))).toThrow(/flags/);
    expect(() => plainOf(z.date())).toThrow(/date/i);
    expect(() => plainOf(z.object({ a: z.optional(z.string()) }))).toThrow(/exactOptional/);
  });

  it('are written into the build as they are', async () => {
    const { load } = foldSchemas() as { load: (id: string) => Promise<string> };
    const file = new URL('../../../lib/messages/plain-schemas.ts', import.meta.url).pathname;
    const code = await load(file);
    expect(code).not.toContain('import');
    const written: unknown = await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
    );
    expect({ ...(written as object) }).toEqual({ ...plainSchemas });
    expect(await load('/elsewhere.ts')).toBeUndefined();
  });
});

function isWithin(path: readonly PropertyKey[], above: Fault['path']): boolean {
  return above.every((step, nth) => path[nth] === step);
}
