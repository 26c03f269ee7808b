import type { LineId, ParsedLine } from './parse-line';

/**
 * The line of output to a line of input, both JSON: what `answer` writes, or `{ id, error }` for a line that is malformed. A
 * fault of our own ends its line in the same way: the lines after it are answered all the same.
 *
 * @param what Whose fault that is said to be.
 */
export function answerParsed<Request extends { readonly id: LineId | null }>(
  parsed: ParsedLine<Request>,
  what: string,
  answer: (request: Request) => string,
): string {
  if (parsed.kind === 'error') return JSON.stringify({ id: parsed.id, error: parsed.error });
  const { request } = parsed;
  try {
    return answer(request);
  } catch (error) {
    return JSON.stringify({
      id: request.id,
      error: `a fault of the ${what}: ${String(error).slice(0, 200)}`,
    });
  }
}
