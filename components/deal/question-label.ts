import { t } from '../../lib/i18n/i18n';

const questions = ['authority', 'need', 'urgency', 'money', 'nextStep', 'trigger', 'contact'] as const;

/** A question of the qualification: those of the method have names in the user's language, a CRM's own keeps its own. */
export function questionLabel(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  const question = questions.find((one) => one.toLowerCase() === plain);
  return question === undefined ? name : t(`questions.${question}`);
}
