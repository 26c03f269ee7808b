import { browser } from 'wxt/browser';
import type { UnknownLayout } from '../../lib/crm/unknown-layout';
import { otherHostOf } from '../../lib/hosts/other-hosts';
import { layoutReport } from '../../lib/export/layout-report';
import { mayRead, originPattern } from '../../lib/hosts/granted';
import { sendMessage } from '../../lib/messages/client';
import type { SiteState } from '../../lib/messages/views';

/** The tab that a surface speaks about: the one it was given, else the active one of its window. */
export async function surfaceTab(
  tabId: number | undefined,
): Promise<{ id: number; url?: string; isLoading: boolean } | undefined> {
  const tab =
    tabId === undefined
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(tabId).catch(() => undefined);
  if (tab?.id === undefined) return undefined;
  const isLoading = tab.status === 'loading';
  return { id: tab.id, isLoading, ...(tab.url === undefined ? {} : { url: tab.url }) };
}

/** What that tab shows, as its reader says; without a reader, whether it could be read. */
export async function siteStateOf(tabId: number | undefined): Promise<SiteState> {
  const tab = await surfaceTab(tabId);
  if (tab === undefined) return { kind: 'no-page' };
  const seen = await sendMessage('readerState', {}, tab.id).catch(() => undefined);
  if (seen !== undefined) {
    const { host, crm, label, tenant, view, unknown } = seen;
    const { rendered, statedTotal, problems, stored, canSync } = seen;
    const { overlayOn } = await preferences(host);
    const teachable = crm === 'generic' ? ({ canTeach: true } as const) : {};
    if (view === undefined || tenant === undefined) {
      return {
        kind: 'no-deals',
        host,
        overlayOn,
        ...teachable,
        ...(unknown && { unknown: { kind: unknown.kind, report: reportOf(unknown, crm) } }),
        ...(crm === undefined || crm === 'generic' ? {} : { crm: label }),
      };
    }
    const { scope } = view;
    const shown = {
      rendered,
      ...(scope === undefined ? {} : { scope }),
      ...(statedTotal === undefined ? {} : { statedTotal }),
    };
    return {
      kind: 'reading',
      host,
      label,
      overlayOn,
      canSync,
      ...otherHostOfTab(tab.url),
      ...teachable,
      tenant: tenant.tenant,
      view: shown,
      problems,
      stored,
    };
  }
  // Without the tab's address (no click on the toolbar, no permission) there is nothing to ask for.
  if (tab.url === undefined || !/^https?:/.test(tab.url)) return { kind: 'no-page' };
  const url = new URL(tab.url);
  const { overlayOn, askSince } = await preferences(url.host);
  if (await mayRead(url)) {
    bringReader();
    return tab.isLoading
      ? { kind: 'no-deals', host: url.host, overlayOn }
      : { kind: 'not-running', host: url.host, overlayOn };
  }
  return {
    kind: 'not-granted',
    host: url.host,
    origin: originPattern(url),
    keepOrWipe: askSince !== undefined,
  };
}

function reportOf(unknown: UnknownLayout, crm = ''): string {
  return layoutReport({ ...unknown, version: browser.runtime.getManifest().version, crm });
}

async function preferences(host: string) {
  const [{ readerDatabase }, { siteOf }] = await Promise.all([
    import('../../lib/store/live'),
    import('../../lib/store/sites'),
  ]);
  return siteOf(readerDatabase(), host);
}

const reminderMs = 5000;
let remindedAt = -Infinity;

/** A page that may be read and has no reader: the worker that was to bring one may have died over it. */
function bringReader(): void {
  if (performance.now() - remindedAt < reminderMs) return;
  remindedAt = performance.now();
  void sendMessage('catchUp', {}).catch(() => {});
}

function otherHostOfTab(url: string | undefined): { readonly otherHost?: string } {
  const other = url === undefined ? undefined : otherHostOf(new URL(url));
  return other === undefined ? {} : { otherHost: other.origin };
}
