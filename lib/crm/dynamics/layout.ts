import type { Page, PageKind } from '../adapter';
import type { Layout } from '../layout';
import { formSigns, readForm } from './form';
import { gridSigns, readGrid } from './grid';
import { dynamicsTenant } from './tenant';

/** Model-driven apps: the grid of opportunities, and their form. Of their boards no markup is known. */
export const dynamics: Layout = {
  crm: 'dynamics',
  label: 'Dynamics 365',
  canSync: true,
  // facts.md 4.4: `actualvalue` beside `estimatedvalue`.
  isAmountHoped: true,
  tenant: dynamicsTenant,
  pageKind,
  root: ({ document }) => document.body,
  rows: (page) => readGrid(page),
  record: readForm,
  addressWords: [
    'main.aspx',
    'pagetype',
    'entitylist',
    'entityrecord',
    'etn',
    'opportunity',
    'viewType',
    '1039',
    '4230',
  ],
  signs: { list: gridSigns, board: [], record: formSigns },
};

// facts.md 4.1
function pageKind({ url: { searchParams } }: Page): PageKind {
  if (searchParams.get('etn') !== 'opportunity') return 'other';
  const type = searchParams.get('pagetype');
  return type === 'entitylist' ? 'list' : type === 'entityrecord' ? 'record' : 'other';
}
