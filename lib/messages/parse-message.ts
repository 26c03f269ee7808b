import { faultIn } from './fault-in';
import type { Plain } from './plain-schema';
import type { Refusal } from './protocol';

/**
 * Checks data from outside against its schema. The answer names the place that is wrong and never quotes the
 * value, which may be a customer's.
 */
export function parseMessage<Data>(schema: Plain<Data>, data: unknown): { data: Data } | Refusal {
  const fault = faultIn(schema, data);
  // It has just been found to be such data.
  if (fault === undefined) return { data: data as Data };
  return { refused: `${fault.path.join('.') || 'message'}: ${fault.code}` };
}
