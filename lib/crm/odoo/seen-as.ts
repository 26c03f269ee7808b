import { contentHash } from '../../deal/content-hash';
import { isRecord } from '../sync/guards';

/**
 * Names everything that limits which opportunities a user is shown: who it is, and the companies that are his. Which of
 * these he looks at just now is left out: a listing asks for all of them.
 *
 * @param info What the page, or the server, says of the session. @returns `undefined` where it is not as we know it.
 */
export function odooSeenAs(info: unknown): string | undefined {
  if (!isRecord(info) || typeof info['uid'] !== 'number') return undefined;
  const companies = isRecord(info['user_companies'])
    ? info['user_companies']['allowed_companies']
    : undefined;
  return contentHash([info['uid'], isRecord(companies) ? Object.keys(companies).toSorted() : null]);
}
