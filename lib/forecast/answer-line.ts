import { forecast } from './forecast';
import { parseRequest } from './parse-request';

/**
 * One line of input to one line of output, both JSON: an answer, or `{ id, error }` for a line that is malformed. A fault
 * of our own ends its line in the same way: the lines after it are answered all the same.
 *
 * @param clock Milliseconds; only `elapsedMs` comes of it.
 */
export function answerLine(line: string, clock: () => number): string {
  const started = clock();
  const parsed = parseRequest(line);
  if (parsed.kind === 'error') return JSON.stringify({ id: parsed.id, error: parsed.error });
  const { id } = parsed.request;
  try {
    const answer = forecast(parsed.request);
    return JSON.stringify({ id, elapsedMs: Math.round((clock() - started) * 100) / 100, ...answer });
  } catch (error) {
    return JSON.stringify({ id, error: `a fault of the forecast: ${String(error).slice(0, 200)}` });
  }
}
