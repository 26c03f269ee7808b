import type { Page, PageKind } from '../adapter';
import type { Layout } from '../layout';
import { boardSigns, readBoard } from './board';
import { formSigns, readForm } from './form';
import { listSigns, readList } from './list';
import { odooTenant } from './tenant';
import { viewOf } from './urls';

/** The pipeline as list and board, which show no ids, and the form, whose address has one. */
export const odoo: Layout = {
  crm: 'odoo',
  label: 'Odoo',
  canSync: true,
  tenant: odooTenant,
  pageKind,
  root: ({ document }) => document.body,
  rows: (page, kind) => (kind === 'list' ? readList(page) : readBoard(page)),
  record: readForm,
  addressWords: ['odoo', 'web', 'crm', 'model', 'crm.lead', 'view_type', 'list', 'tree', 'kanban', 'form'],
  signs: { list: listSigns, board: boardSigns, record: formSigns },
};

function pageKind({ url, document }: Page): PageKind {
  const view = viewOf(url);
  if (view !== 'any') return view ?? 'other';
  // One address for list and board (facts.md 6, Odoo: the views' own classes).
  return document.querySelector('.o_kanban_renderer') === null ? 'list' : 'board';
}
