import { recordId } from './record-id';

/** The id of a lead in its long form; `undefined` for everything else. */
export function leadId(text: string): string | undefined {
  return recordId(text, '00Q');
}
