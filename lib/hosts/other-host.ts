import { browser } from 'wxt/browser';
import { isOtherHost, otherHostOf } from './other-hosts';

/** What another host has answered: its text is parsed by whoever asked. */
export interface OtherHostReply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Asks a CRM's interface on another host for one of its reads. The session's cookie is read for this one call, and kept
 * nowhere; without it, or without the user's permission to see it, the answer is that nobody is signed in.
 *
 * @param page The page whose CRM is asked.
 * @returns `undefined` for what is no read of that interface, and then nothing is sent.
 * @throws TypeError where there is no network
 */
export async function askOtherHost(page: URL, path: string): Promise<OtherHostReply | undefined> {
  const other = otherHostOf(page);
  if (other === undefined || !URL.canParse(path, other.origin)) return undefined;
  const url = new URL(path, other.origin);
  if (url.origin !== other.origin || !other.reads.test(url.pathname)) return undefined;
  const session = await browser.cookies?.get({ url: other.origin, name: other.cookie });
  if (!session) return { status: 401, text: '', headers: {} };
  const reply = await fetch(url.href, {
    headers: { accept: 'application/json', authorization: `Bearer ${session.value}` },
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
  });
  const text = await reply.text();
  const wait = reply.headers.get('retry-after');
  return { status: reply.status, text, headers: wait === null ? {} : { 'retry-after': wait } };
}

/** Gives back what the user has allowed for such asking: it was for one time. */
export async function giveBackOtherHosts(): Promise<void> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  const given = origins.filter(isOtherHost);
  // A package may have been built with a host: then it is not the user's to take back, and the cookies are all the same.
  if (permissions.includes('cookies')) await remove({ permissions: ['cookies'] });
  if (given.length > 0) await remove({ origins: given });
}

async function remove(given: Parameters<typeof browser.permissions.remove>[0]): Promise<void> {
  await browser.permissions.remove(given).catch(() => false);
}
