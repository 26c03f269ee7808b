import { t } from '../../lib/i18n/i18n';

const questions = ['authority', 'need', 'urgency', 'money', 'nextStep', 'trigger', 'contact'] as const;

/** A question of the qualification: those of the method have names in the user's language, a CRM's own keeps its own. */
export function questionLabel(name: string): string {
  return isQuestion(name) ? t(`questions.${name}`) : name;
}

function isQuestion(name: string): name is (typeof questions)[number] {
  return (questions as readonly string[]).includes(name);
}
