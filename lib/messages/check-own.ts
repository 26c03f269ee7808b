import { z } from '../schema';
import type { Refusal } from './protocol';
import { currencyRate, settingsChange, targets } from './settings-schemas';

const schemas = { saveSettings: settingsChange, saveRate: currencyRate, saveTargets: targets } as const;

/** Messages by which a page of ours stores what the user has typed. */
export type OwnMessage = keyof typeof schemas;

/**
 * Checks what a page of ours is about to have stored. The check stands on this side of the message, as that of a
 * backup's rows: the worker takes these messages from our own pages alone, and is loaded anew for every one of them.
 *
 * @returns Which place is wrong, never the value; `undefined` where nothing is.
 */
export function refusalOf(name: OwnMessage, data: unknown): Refusal | undefined {
  const parsed = z.safeParse(schemas[name], data);
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  return { refused: `${issue?.path.join('.') || 'message'}: ${issue?.code}` };
}
