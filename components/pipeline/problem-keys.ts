import type { ProblemCode } from '../../lib/crm/adapter';

/** Message of each problem; message keys allow no hyphen. */
export const problemKeys = {
  'amount-unreadable': 'problem.amountUnreadable',
  'amount-ambiguous': 'problem.amountAmbiguous',
  'date-unreadable': 'problem.dateUnreadable',
  'date-ambiguous': 'problem.dateAmbiguous',
  'row-unreadable': 'problem.rowUnreadable',
  'stage-unknown': 'problem.stageUnknown',
  'unsaved-edits': 'problem.unsavedEdits',
  'layout-unknown': 'problem.layoutUnknown',
} as const satisfies Record<ProblemCode, string>;
