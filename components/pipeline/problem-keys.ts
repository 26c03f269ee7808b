import type { ProblemCode } from '../../lib/crm/adapter';

/** Message of each problem; message keys allow no hyphen. */
export const problemKeys = {
  'amount-unreadable': 'problem.amountUnreadable',
  'amount-ambiguous': 'problem.amountAmbiguous',
  'date-unreadable': 'problem.dateUnreadable',
  'date-ambiguous': 'problem.dateAmbiguous',
  'value-unreadable': 'problem.valueUnreadable',
  'row-unreadable': 'problem.rowUnreadable',
  'stage-unknown': 'problem.stageUnknown',
  'unsaved-edits': 'problem.unsavedEdits',
  'layout-unknown': 'problem.layoutUnknown',
  'leads-refused': 'problem.leadsRefused',
  'leads-partly': 'problem.leadsPartly',
  'row-refused': 'problem.rowRefused',
  'history-refused': 'problem.historyRefused',
  'lead-refused': 'problem.leadRefused',
  'amount-inexact': 'problem.amountInexact',
  'currency-misfit': 'problem.currencyMisfit',
  'recurring-currency': 'problem.recurringCurrency',
  'reading-refused': 'problem.readingRefused',
} as const satisfies Record<ProblemCode, string>;
