import { handoff } from './handoff';
import { parseRequest } from './parse-request';
import { writeAnswer } from './write-answer';

/**
 * One line of input to one line of output, both JSON: an answer, or `{ id, error }` for a line that is malformed. A fault
 * of our own ends its line in the same way: the lines after it are answered all the same.
 */
export function answerLine(line: string): string {
  const parsed = parseRequest(line);
  if (parsed.kind === 'error') return JSON.stringify({ id: parsed.id, error: parsed.error });
  const { id } = parsed.request;
  try {
    return writeAnswer(id, handoff(parsed.request));
  } catch (error) {
    return JSON.stringify({ id, error: `a fault of the computation: ${String(error).slice(0, 200)}` });
  }
}
