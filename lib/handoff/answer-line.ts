import { handoff } from './handoff';
import { parseRequest } from './parse-request';
import { writeAnswer } from './write-answer';

/** One line of input to one line of output, both JSON: an answer, or `{ id, error }` for a line that is malformed. */
export function answerLine(line: string): string {
  const parsed = parseRequest(line);
  if (parsed.kind === 'error') return JSON.stringify({ id: parsed.id, error: parsed.error });
  return writeAnswer(parsed.request.id, handoff(parsed.request));
}
