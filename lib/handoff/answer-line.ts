import { answerParsed } from '../deal/answer-parsed';
import { handoff } from './handoff';
import { parseRequest } from './parse-request';
import { writeAnswer } from './write-answer';

/** One line of input to one line of output: see {@link answerParsed}. */
export function answerLine(line: string): string {
  return answerParsed(parseRequest(line), 'computation', (request) =>
    writeAnswer(request.id, handoff(request)),
  );
}
