import '../browser-in-english';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, it } from 'vitest';
import { PagePill, type PagePillProps } from '../../../../components/overlay/PagePill';
import type { ReaderState } from '../../../../lib/crm/reader-channel';
import type { Glance } from '../../../../lib/pipeline/glance';

const sum = { minor: 41_230_000, currency: 'EUR', n: 5, apart: [], withoutAmount: 0, approximate: 0 };
// Of the glance the pill uses the sums alone.
const figures = {
  deals: 9,
  won: sum,
  open: { ...sum, minor: 120_000_000 },
  weighted: { ...sum, withoutProbability: 0 },
} as unknown as Glance;
const state = {
  view: { kind: 'list', name: 'deals', scope: 'Leads' },
  anchors: [],
  rendered: 20,
  statedTotal: 28,
  stored: true,
  problems: [
    { code: 'amount-unreadable', row: 'D-17', text: '12,5,0' },
    { code: 'date-ambiguous', row: 'D-17' },
    { code: 'row-unreadable', row: 'row 7' },
  ],
} as unknown as ReaderState;

function draw(change: Partial<PagePillProps> = {}) {
  const box = document.createElement('div');
  document.body.append(box);
  const calls: string[] = [];
  const props = {
    figures,
    state,
    locale: 'en',
    hasFailed: false,
    onHide: () => calls.push('hide'),
    onSiteOff: () => calls.push('off'),
    onOpen: () => calls.push('open'),
    ...change,
  };
  act(() => createRoot(box).render(<PagePill {...props} />));
  return { box, calls };
}

describe('PagePill', () => {
  it('says in one label what it shows', () => {
    const label = draw().box.querySelector('.main')?.getAttribute('aria-label');
    expect(label).toBe('Won, €412K, Open, €1.2M, 20 of 28 in Leads, 2 rows could not be read in full');
  });

  it('renders no text that a page could search for', () => {
    expect(draw().box.textContent).toBe('');
  });

  it('shows dashes while it has no figures', () => {
    expect(draw({ figures: 'failed' }).box.querySelector('.main')?.getAttribute('aria-label')).toContain(
      'Won, –, Open, –',
    );
  });

  it('obeys nobody but the user', () => {
    const { box, calls } = draw();
    for (const button of box.querySelectorAll('button'))
      button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(calls).toEqual([]);
  });

  it('says when turning off failed', () => {
    expect(draw({ hasFailed: true }).box.querySelector('[role=alert]')?.getAttribute('aria-label')).toBe(
      'That did not work. Try again',
    );
  });

  it('says that not all is stored as shown where the store refused something', () => {
    const problems = [{ code: 'row-refused', row: 'D-17', field: 'amount', text: '12k' }] as const;
    const labels = [...draw({ state: { ...state, problems } }).box.querySelectorAll('[aria-label]')].map(
      (one) => one.getAttribute('aria-label'),
    );
    expect(labels).toContain('In Stafet: not all as shown here');
    expect(labels).toContain(
      'D-17: Not stored, what was read before stays: a value has a form that Stafet does not know (Amount): “12k”',
    );
  });
});
