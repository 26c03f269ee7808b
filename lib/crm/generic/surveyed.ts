import type { Outcome } from '../../deal/deal';
import type { MappedField, Mapping, SurveyedColumn } from '../../deal/mapping';
import { parseOutcome } from '../parse/parse-outcome';
import type { Guesses } from './guess-columns';

/** Surer than this a heading names its field. */
const sure = 0.8;

/** What a heading was taken for, and by whose word. @param said What the user has said of it. */
export function surveyedBy<T>(
  at: T,
  { known, contested }: Guesses<T>,
  said: MappedField | null | undefined,
): Pick<SurveyedColumn, 'field' | 'by'> {
  if (said !== undefined) return { field: said, by: 'taught' };
  const guess = known.get(at);
  if (guess === undefined) return { field: null, by: 'unknown' };
  const isSure = guess.confidence > sure && !contested.includes(guess.field);
  return { field: guess.field, by: isSure ? 'sure' : 'unsure' };
}

/** How the stages of a view end, as far as it is said or known. */
export function surveyedOutcomes(
  stages: readonly string[],
  taught: Mapping['stages'],
): Record<string, Outcome> {
  const said = new Map(taught.map(({ name, outcome }) => [name, outcome]));
  return Object.fromEntries(
    stages.flatMap((stage) => {
      const told = said.get(stage);
      const outcome = told === undefined ? parseOutcome(stage) : told;
      return !outcome ? [] : [[stage, outcome]];
    }),
  );
}
