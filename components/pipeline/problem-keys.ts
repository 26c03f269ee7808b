import type { ProblemCode, ReadProblem } from '../../lib/crm/adapter';

/** Message key of a problem: a row of which one value is named was read, but for that value. */
export function problemKey({ code, field }: Pick<ReadProblem, 'code' | 'field'>) {
  return code === 'row-unreadable' && field !== undefined ? 'problem.valueUnreadable' : problemKeys[code];
}

/** Message keys allow no hyphen. */
const problemKeys = {
  'amount-unreadable': 'problem.amountUnreadable',
  'amount-ambiguous': 'problem.amountAmbiguous',
  'date-unreadable': 'problem.dateUnreadable',
  'date-ambiguous': 'problem.dateAmbiguous',
  'row-unreadable': 'problem.rowUnreadable',
  'stage-unknown': 'problem.stageUnknown',
  'unsaved-edits': 'problem.unsavedEdits',
  'layout-unknown': 'problem.layoutUnknown',
  'row-refused': 'problem.rowRefused',
  'history-refused': 'problem.historyRefused',
  'amount-inexact': 'problem.amountInexact',
  'currency-misfit': 'problem.currencyMisfit',
  'recurring-currency': 'problem.recurringCurrency',
  'reading-refused': 'problem.readingRefused',
} as const satisfies Record<ProblemCode, string>;
