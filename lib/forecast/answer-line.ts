import { forecast } from './forecast';
import { parseRequest } from './parse-request';

/**
 * One line of input to one line of output, both JSON: an answer, or `{ id, error }` for a line that is malformed.
 *
 * @param clock Milliseconds; only `elapsedMs` comes of it.
 */
export function answerLine(line: string, clock: () => number): string {
  const started = clock();
  const parsed = parseRequest(line);
  if (parsed.kind === 'error') return JSON.stringify({ id: parsed.id, error: parsed.error });
  const answer = forecast(parsed.request);
  return JSON.stringify({
    id: parsed.request.id,
    elapsedMs: Math.round((clock() - started) * 100) / 100,
    ...answer,
  });
}
