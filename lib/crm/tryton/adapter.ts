import type { Adapter, PageKind, Page } from '../adapter';
import { trytonAddress } from './address';
import { listTable, mainForm, paneOf } from './pane';
import { readTrytonForm } from './read-form';
import { noteTrytonList, readTrytonList } from './read-list';
import { redraws } from './redraws';
import { savedWatch } from './saved-watch';
import { seenAsPage } from './seen-as';
import { trytonTenant } from './tenant';

/** Tryton with its web client SAO, series 6.0: opportunities in lists and forms, and the whole pipeline by sync. */
export const tryton: Adapter = {
  crm: 'tryton',
  label: 'Tryton',
  matches: ({ document }) => isTryton(document),
  tenant: trytonTenant,
  seenAs: seenAsPage,
  pageKind,
  *read(page) {
    redraws.follow(page);
    const address = trytonAddress(page.url);
    if (address?.model !== 'sale.opportunity') {
      savedWatch.sawNoForm();
      return { kind: 'not-deals' };
    }
    if (address.id !== undefined) return readTrytonForm(page, { ...address, id: address.id });
    return yield* readTrytonList(page, address);
  },
  noteShown: noteTrytonList,
  observe: ({ document }) => document.querySelector('#tabcontent') ?? document.body,
  canSync: true,
};

/** Asked often, and on pages of thousands of rows that are none of its own: by lookups, not by a search of the page. */
function isTryton(document: Document): boolean {
  if ([...document.scripts].some((script) => script.getAttribute('src')?.includes('dist/tryton-sao')))
    return true;
  const isWithin = document.getElementById('global-search')?.closest('#main_navbar') ?? null;
  return isWithin !== null || document.getElementById('tabcontent')?.matches('#tablist ~ *') === true;
}

function pageKind({ document, url }: Page): PageKind {
  const address = trytonAddress(url);
  const pane = paneOf(document);
  if (address?.model !== 'sale.opportunity' || pane === null) return 'other';
  if (address.id !== undefined) return mainForm(pane) === null ? 'other' : 'record';
  return listTable(pane) === null ? 'other' : 'list';
}
