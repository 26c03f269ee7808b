import { answerParsed } from '../deal/answer-parsed';
import { forecast } from './forecast';
import { parseRequest } from './parse-request';

/**
 * One line of input to one line of output: see {@link answerParsed}.
 *
 * @param clock Milliseconds; only `elapsedMs` comes of it.
 */
export function answerLine(line: string, clock: () => number): string {
  const started = clock();
  return answerParsed(parseRequest(line), 'forecast', (request) => {
    const answer = forecast(request);
    const elapsedMs = Math.round((clock() - started) * 100) / 100;
    return JSON.stringify({ id: request.id, elapsedMs, ...answer });
  });
}
