import type { Adapter, PageKind, Page } from '../adapter';
import { trytonAddress } from './address';
import { listTable, mainForm, paneOf } from './pane';
import { readTrytonForm } from './read-form';
import { readTrytonList } from './read-list';
import { savedWatch } from './saved-watch';
import { seenAsPage } from './seen-as';
import { trytonTenant } from './tenant';

/** Tryton with its web client SAO, series 6.0: opportunities in lists and forms, and the whole pipeline by sync. */
export const tryton: Adapter = {
  crm: 'tryton',
  label: 'Tryton',
  matches: ({ document }) =>
    document.querySelector('script[src*="dist/tryton-sao"]') !== null ||
    document.querySelector('#tablist ~ #tabcontent, #main_navbar #global-search') !== null,
  tenant: trytonTenant,
  seenAs: seenAsPage,
  pageKind,
  read(page) {
    const address = trytonAddress(page.url);
    if (address?.model !== 'sale.opportunity') {
      savedWatch.sawNoForm();
      return { kind: 'not-deals' };
    }
    if (address.id !== undefined) return readTrytonForm(page, { ...address, id: address.id });
    return readTrytonList(page, address);
  },
  observe: ({ document }) => document.querySelector('#tabcontent') ?? document.body,
  canSync: true,
};

function pageKind({ document, url }: Page): PageKind {
  const address = trytonAddress(url);
  const pane = paneOf(document);
  if (address?.model !== 'sale.opportunity' || pane === null) return 'other';
  if (address.id !== undefined) return mainForm(pane) === null ? 'other' : 'record';
  return listTable(pane) === null ? 'other' : 'list';
}
