import { contentHash } from '../../deal/content-hash';
import type { Page } from '../adapter';
import { trytonAddress } from './address';
import { isRecord, parseJson } from '../sync/guards';

/**
 * Names everything that limits which opportunities a user is shown: who it is, and of the preferences that the server
 * keeps the company, whether deals of other companies are shown too, the employee and the groups. The language and
 * names are left out, which limit nothing.
 *
 * @returns `undefined` where the preferences are not as we know them: then nothing is said of a deal not shown.
 */
export function seenAsUser(userId: number, preferences: unknown): string | undefined {
  if (!isRecord(preferences) || !Array.isArray(preferences['groups'])) return undefined;
  const { company, company_filter: filter, employee, groups } = preferences;
  // Groups are a set: the server gives them in no order.
  return contentHash([userId, company, filter, employee, groups.map(String).toSorted()]);
}

/** The same of the user whose page it is, as far as the page knows: it fetches the preferences as it opens. */
export function seenAsPage({ url, storage }: Pick<Page, 'url' | 'storage'>): string | undefined {
  const database = trytonAddress(url)?.database;
  if (database === undefined) return undefined;
  const session = parseJson(storage?.local.get(`sao_session_${database}`));
  const userId = isRecord(session) ? session['user_id'] : undefined;
  if (typeof userId !== 'number') return undefined;
  return seenAsUser(userId, parseJson(storage?.session.get(`sao_context_${database}`)));
}
