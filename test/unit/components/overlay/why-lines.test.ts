import '../browser-in-english';
import { describe, expect, it } from 'vitest';
import type { DealRead, DealValues } from '../../../../lib/deal/deal';
import { dealFace } from '../../../../components/overlay/deal-face';
import { whyLines } from '../../../../components/overlay/why-lines';

const anchor = document.createElement('tr');
const reading = (
  values: DealValues,
  change: { key?: string; read?: Partial<DealRead> } = { key: 'demo|crm.example.com|17' },
) => ({
  anchor,
  ...(change.key === undefined ? { fingerprint: 'f17' } : { key: change.key }),
  read: { values: { name: 'Havsalt Hotels', ...values }, at: '2026-05-19T07:12:00.000Z', ...change.read },
});
const lines = (values: DealValues, change?: Parameters<typeof reading>[1]) =>
  whyLines({ reading: reading(values, change), problems: [], stored: true, locale: 'en', timeZone: 'UTC' });
const fact = (label: string, card: ReturnType<typeof lines>) => card.facts.find((one) => one.label === label);

describe('the face of a marker', () => {
  it('names the CRM’s own probability as the CRM’s', () => {
    const face = dealFace(reading({ outcome: 'open', crmProbability: 0.4 }), false, 'en');
    expect(face).toMatchObject({ kind: 'chance', chance: 0.4, text: '40%' });
    expect(face.label).toBe('Havsalt Hotels: your CRM says 40%. Why?');
  });

  it('shows the outcome of a settled deal, not its probability', () => {
    expect(dealFace(reading({ outcome: 'won', crmProbability: 1 }), false, 'en')).toMatchObject({
      kind: 'won',
      text: 'won',
    });
  });

  it('shows a dash where the page shows neither, never a zero', () => {
    expect(dealFace(reading({}), false, 'en')).toMatchObject({ kind: 'unknown', text: '–' });
  });

  it('keeps a stated probability of zero', () => {
    expect(dealFace(reading({ crmProbability: 0 }), false, 'en').text).toBe('0%');
  });
});

describe('whyLines', () => {
  it('lists the values as read', () => {
    const card = lines({
      stage: 'Proposal',
      amount: { decimal: '12600.50', currency: 'EUR' },
      closeOn: '2026-06-05',
      owner: 'Maja Lind',
    });
    expect(card.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Stage: Proposal',
      'Amount: €12,600.50',
      'Close date: Jun 5',
      'Owner: Maja Lind',
      'In Stafet: stored',
    ]);
    expect(card.footer).toMatch(/^Read from this page at 7:12\sAM$/);
  });

  it('tells "not shown" from "empty"', () => {
    const card = lines({ owner: null });
    expect(fact('Owner', card)).toMatchObject({ value: 'empty', isMissing: true });
    expect(fact('Stage', card)).toMatchObject({ value: 'not shown here', isMissing: true });
  });

  it('says "about" of a rounded amount', () => {
    const rounded = { key: 'k', read: { approximate: ['amount'] } } as const;
    expect(fact('Amount', lines({ amount: { decimal: '12300', currency: 'USD' } }, rounded))?.value).toBe(
      'about $12,300',
    );
  });

  it('tells how an unidentified row is bound', () => {
    const card = lines({}, {});
    expect(card.face.isUnbound).toBe(true);
    expect(card.warnings).toEqual([
      { sign: 'unbound', text: 'This list shows no id: open the deal, or read all, to bind it' },
    ]);
  });

  it('quotes what was not understood', () => {
    const problems = [{ code: 'amount-unreadable', row: 'Havsalt Hotels', text: '12,5,0' }] as const;
    const card = whyLines({ reading: reading({}), problems, stored: false, locale: 'en', timeZone: 'UTC' });
    expect(card.warnings).toEqual([{ sign: 'problem', text: 'Amount not understood: “12,5,0”' }]);
    expect(fact('In Stafet', card)?.value).toBe('waiting to be stored');
  });
});
