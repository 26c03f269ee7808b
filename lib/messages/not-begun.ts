import { browser } from 'wxt/browser';
import type { SyncState } from './views';

const name = 'notBegun';

/** Runs that the worker did not let begin, by host: when that was last so, in this browser session. */
type NotBegun = Readonly<Record<string, string>>;

async function held(): Promise<NotBegun> {
  const stored = await browser.storage.session.get<Record<string, NotBegun>>(name);
  return stored[name] ?? {};
}

/** Notes that a page's run was refused before it began: its message was not understood, or not believed. */
export async function noteNotBegun(pageUrl: string | undefined, at: string): Promise<void> {
  if (pageUrl === undefined || !URL.canParse(pageUrl)) return;
  await browser.storage.session.set({ [name]: { ...(await held()), [new URL(pageUrl).host]: at } });
}

/** Takes the note away: a run of that host has begun. */
export async function forgetNotBegun(host: string): Promise<void> {
  const { [host]: gone, ...others } = await held();
  if (gone !== undefined) await browser.storage.session.set({ [name]: others });
}

/** The runs that did not begin, as surfaces show a sync: nothing of them is in the store. */
export async function runsNotBegun(): Promise<readonly SyncState[]> {
  return Object.entries(await held()).map(([host, at]) => ({
    tenant: host,
    host,
    label: host,
    status: 'stopped',
    stop: 'not-begun',
    phase: 'deals',
    deals: { done: 0 },
    history: { done: 0 },
    startedAt: at,
    progressAt: at,
  }));
}
