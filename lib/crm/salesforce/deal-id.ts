import { recordId } from './record-id';

/**
 * The id of an opportunity in its long form; `undefined` for everything else.
 *
 * @example opportunityId('0061N00000gO3zX') // '0061N00000gO3zXQAS'
 */
export function opportunityId(text: string): string | undefined {
  return recordId(text, '006');
}
