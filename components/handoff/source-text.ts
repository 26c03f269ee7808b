import { SOURCE_CLASSES } from '../../lib/handoff/source-class';
import { t } from '../../lib/i18n/i18n';

/** A source class in words, or a source as the CRM has it. */
export function sourceText(source: string): string {
  const known = SOURCE_CLASSES.find((name) => name === source);
  return known === undefined ? source : t(`handoffs.class.${known}`);
}
