import type { ProblemCode, ReadProblem } from '../../lib/crm/adapter';
import { t, type MessageKey } from '../../lib/i18n/i18n';

const sentences = {
  'amount-unreadable': 'overlay.problem.amountUnreadable',
  'amount-ambiguous': 'overlay.problem.amountAmbiguous',
  'date-unreadable': 'overlay.problem.dateUnreadable',
  'date-ambiguous': 'overlay.problem.dateAmbiguous',
  'value-unreadable': 'overlay.problem.valueUnreadable',
  'row-unreadable': 'overlay.problem.rowUnreadable',
  'stage-unknown': 'overlay.problem.stageUnknown',
  'unsaved-edits': 'overlay.problem.unsavedEdits',
  'layout-unknown': 'overlay.problem.layoutUnknown',
  // Said of a sync, and of no row of a page.
  'leads-refused': 'overlay.problem.layoutUnknown',
  'leads-partly': 'overlay.problem.layoutUnknown',
  'lead-refused': 'overlay.problem.layoutUnknown',
  'row-refused': 'overlay.problem.rowRefused',
  'history-refused': 'overlay.problem.historyRefused',
  'amount-inexact': 'overlay.problem.amountInexact',
  'currency-misfit': 'overlay.problem.currencyMisfit',
  'recurring-currency': 'overlay.problem.recurringCurrency',
  'reading-refused': 'overlay.problem.readingRefused',
} as const satisfies Record<ProblemCode, MessageKey>;

/** Sentences that speak of a value without saying of which. */
const nameless: ReadonlySet<ProblemCode> = new Set(['value-unreadable', 'row-refused', 'amount-inexact']);

/**
 * Why something was not read or not stored, with the text in question: `Amount not understood: “12,5,0”`. A sentence
 * that does not say so itself names the field.
 */
export function problemText(problem: ReadProblem): string {
  const { code, field } = problem;
  const plain = t(sentences[code]);
  const isNamed = !nameless.has(code);
  const sentence =
    !isNamed && field !== undefined
      ? t('overlay.problem.inField', { sentence: plain, field: t(`field.${field}`) })
      : plain;
  return problem.text ? t('overlay.problem.quoted', { sentence, text: problem.text }) : sentence;
}
