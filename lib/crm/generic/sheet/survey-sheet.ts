import type { CsvTable } from '../../../export/parse-csv';
import type { SurveyedColumn } from '../../../deal/mapping';
import { parseOutcome } from '../../parse/parse-outcome';
import type { SurveyedSheet } from '../../sheet';
import { guessColumns } from '../guess-columns';
import { idHeadingRank } from './id-heading-rank';
import { surveyLeads } from './leads/survey-leads';
import { surveyHistory } from './survey-history';
import { valuesOf } from './values-of';

/** What the headings of a sheet say, in the words by which pages are read. Nothing of it holds until the user confirms. */
export function surveySheet(table: CsvTable): SurveyedSheet {
  const { headings, lines } = table;
  const keys = sheetKeys(headings);
  const headed = headings.map((heading, at) => ({ heading, at }));
  const { known } = guessColumns(headed);
  const idKey = idKeyOf(headings, keys);
  const columns = headed.map((one): SurveyedColumn => {
    const key = keys[one.at] ?? '';
    const guess = known.get(one);
    // The id stands in a column of its own choice; it is no number that people know a deal by.
    const isField = guess !== undefined && key !== idKey;
    return {
      key,
      heading: one.heading,
      field: isField ? guess.field : null,
      by: !isField ? 'unknown' : guess.confidence > 0.8 ? 'sure' : 'unsure',
      values: valuesOf(lines, one.at),
    };
  });
  const stages = columns.find(({ field }) => field === 'stage')?.values ?? [];
  return {
    survey: {
      kind: 'list',
      tenant: '',
      view: 'file',
      columns,
      outcomes: Object.fromEntries(
        stages.flatMap((stage) => {
          const outcome = parseOutcome(stage);
          return outcome === undefined ? [] : [[stage, outcome]];
        }),
      ),
      isTaught: false,
      isChanged: false,
    },
    ...(idKey === undefined ? {} : { idKey }),
    history: surveyHistory(table, keys, idKey),
    leads: surveyLeads(headings, keys),
  };
}

/** What each column is called: its heading, and its place where there is none or two have the same. */
export function sheetKeys(headings: readonly string[]): readonly string[] {
  return headings.map((heading, at) =>
    heading === '' || headings.indexOf(heading) !== at ? `${heading} #${at + 1}` : heading,
  );
}

function idKeyOf(headings: readonly string[], keys: readonly string[]): string | undefined {
  const ranks = headings.map(idHeadingRank);
  const best = Math.max(...ranks);
  const at = ranks.indexOf(best as 0 | 1 | 2);
  return best > 0 && at === ranks.lastIndexOf(best as 0 | 1 | 2) ? keys[at] : undefined;
}
