import { speak } from '../browser-in-english';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, it } from 'vitest';
import { PagePill, type PagePillProps } from '../../../../components/overlay/PagePill';
import type { ReaderState } from '../../../../lib/crm/reader-channel';
import { handoffRow } from '../../store/handoff-row';
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
    onOpenDeal: () => calls.push('open deal'),
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

  it('says how much of a record’s handoff audit is met, and opens to what each answer rests on', () => {
    const audit = [
      { check: 'truly-new', answer: 'yes', rests: { code: 'new-account' } },
      { check: 'fields-filled', answer: 'no', rests: { code: 'empty', fields: ['need'] } },
    ] as const;
    const row = { ...handoffRow, from: 'Ida Krog', to: 'Maja Lind', audit };
    const { box } = draw({ pass: { row, isStale: true } });
    const labels = [...box.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label'));
    // The pill itself says that it may be another by now.
    const said = box.querySelector('.pass-btn')?.getAttribute('aria-label');
    expect(said).toMatch(/^Handoff 1 of 2\. As of Mar 2.*the deal was read again since\.$/u);
    expect(labels).toContain('Ida Krog to Maja Lind, Waiting');
    expect(labels).toContain('Handoff audit: 1 yes · 1 no · 0 not known');
    expect(labels).toContain('Qualification fields filled: no. Empty at the handoff: Need');
    expect(labels.some((label) => label?.startsWith('As of Mar 2'))).toBe(true);
    expect(box.textContent).toBe('');
    const again = draw({ pass: { row, isStale: false } }).box;
    expect(again.querySelector('.pass-btn')?.getAttribute('aria-label')).toBe('Handoff 1 of 2');
    const fresh = again.querySelectorAll('[aria-label]');
    expect([...fresh].some((one) => one.getAttribute('aria-label')?.startsWith('As of'))).toBe(false);
    expect(draw().box.querySelector('.pass-btn')).toBeNull();
  });

  it('names the CRM of a sum under a sign that another CRM shows too, and else none', () => {
    const apart = (...units: string[]) => units.map((unit) => ({ unit, minor: 4_200_050, n: 2 }));
    const [ofA, ofB] = ['~$\na.example.com', '~$\nb.example.com'];
    const labels = (won: string[], open: string[]) =>
      [
        ...draw({
          figures: {
            ...figures,
            won: { ...sum, apart: apart(...won) },
            open: { ...sum, apart: apart(...open) },
          },
        }).box.querySelectorAll('.part'),
      ].map((one) => one.getAttribute('aria-label'));
    expect(labels([ofB], [ofA, 'USD', '~kr.\nc.example.com'])).toEqual([
      'apart, no rate: 2 deals: 42,000.50 $ (b.example.com)',
      'apart, no rate: 2 deals: 42,000.50 $ (a.example.com)',
      'apart, no rate: 2 deals: $42,000.50',
      'apart, no rate: 2 deals: 42,000.50 kr.',
    ]);
    speak('da');
    try {
      expect(labels([ofA], [ofA, '~\na.example.com'])).toEqual([
        'for sig, ingen kurs: 2 deals: 42,000.50 $',
        'for sig, ingen kurs: 2 deals: 42,000.50 $',
        'for sig, ingen kurs: 2 deals: 42,000.50',
      ]);
    } finally {
      speak('en');
    }
  });

  it('obeys nobody but the user', () => {
    const { box, calls } = draw({ pass: { row: handoffRow, isStale: false } });
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
