import type { ProblemCode, ReadProblem } from '../../lib/crm/adapter';
import { t, type MessageKey } from '../../lib/i18n/i18n';

const sentences = {
  'amount-unreadable': 'overlay.problem.amountUnreadable',
  'amount-ambiguous': 'overlay.problem.amountAmbiguous',
  'date-unreadable': 'overlay.problem.dateUnreadable',
  'date-ambiguous': 'overlay.problem.dateAmbiguous',
  'row-unreadable': 'overlay.problem.rowUnreadable',
  'stage-unknown': 'overlay.problem.stageUnknown',
  'unsaved-edits': 'overlay.problem.unsavedEdits',
  'layout-unknown': 'overlay.problem.layoutUnknown',
} as const satisfies Record<ProblemCode, MessageKey>;

/** Why something was not read, with the text that was not understood: `Amount not understood: “12,5,0”`. */
export function problemText(problem: ReadProblem): string {
  const sentence = t(sentences[problem.code]);
  return problem.text ? t('overlay.problem.quoted', { sentence, text: problem.text }) : sentence;
}
