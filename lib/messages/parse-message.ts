import { z } from '../schema';
import type { Refusal } from './protocol';

/**
 * Checks data from outside against its schema. The answer names the place that is wrong and never quotes the
 * value, which may be a customer's.
 */
export function parseMessage<Schema extends z.core.$ZodType>(
  schema: Schema,
  data: unknown,
): { data: z.output<Schema> } | Refusal {
  const parsed = z.safeParse(schema, data);
  if (parsed.success) return { data: parsed.data };
  const issue = parsed.error.issues[0];
  return {
    refused: issue === undefined ? 'malformed' : `${issue.path.join('.') || 'message'}: ${issue.code}`,
  };
}
