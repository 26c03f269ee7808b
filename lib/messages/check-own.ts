import { z } from '../schema';
import { frozenForecast } from '../store/backup/frozen-forecast-schema';
import { handoffRow, processVersion, verdict } from './handoff-schemas';
import type { Refusal } from './protocol';
import { currencyRate, mapping, settingsChange, targets } from './settings-schemas';

const rows = {
  rates: z.array(currencyRate),
  targets,
  snapshots: z.array(frozenForecast),
  mappings: z.array(mapping),
  process: z.array(processVersion),
  verdicts: z.array(verdict),
  handoffs: z.array(handoffRow),
} as const;

/**
 * Checks what a page of ours is about to have stored. The check stands on this side of the message, as that of a
 * backup's rows: the worker takes these messages from our own pages alone, and is loaded anew for every one of them.
 *
 * @returns Which place is wrong, never the value; `undefined` where nothing is.
 */
export function refusalOf(table: keyof typeof rows, put: unknown): Refusal | undefined {
  return refusalBy(rows[table], put);
}

/** The same of settings. */
export function settingsRefusal(change: unknown): Refusal | undefined {
  return refusalBy(settingsChange, change);
}

function refusalBy(schema: z.core.$ZodType, data: unknown): Refusal | undefined {
  const parsed = z.safeParse(schema, data);
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  return { refused: `${issue?.path.join('.') || 'message'}: ${issue?.code}` };
}
