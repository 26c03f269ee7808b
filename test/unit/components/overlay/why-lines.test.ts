import { speak } from '../browser-in-english';
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

  it('says of a row that the store refused that it is not there as shown, which value it was, and why', () => {
    const problems = [
      { code: 'row-refused', row: 'Havsalt Hotels', field: 'crmProbability', text: '40' },
    ] as const;
    const of = (locale: string) =>
      whyLines({ reading: reading({}), problems, stored: true, locale, timeZone: 'UTC' });
    expect(fact('In Stafet', of('en'))).toMatchObject({ value: 'not all as shown here', isMissing: true });
    expect(of('en').warnings).toEqual([
      {
        sign: 'problem',
        text: 'Not stored, what was read before stays: a value has a form that Stafet does not know (Odds in the CRM): “40”',
      },
    ]);
    speak('da');
    try {
      expect(of('da').warnings[0]?.text).toBe(
        'Ikke gemt, det tidligere læste bliver stående: en værdi har en form, Stafet ikke kender (Sandsynlighed i CRM’et): ”40”',
      );
      expect(fact('I Stafet', of('da'))?.value).toBe('ikke alt som vist her');
    } finally {
      speak('en');
    }
  });

  it.each([
    [
      'amount-inexact',
      'Not stored, what was read before stays: finer than the currency allows, or too large (Recurring)',
    ],
    [
      'currency-misfit',
      'Currency not stored, what was read before stays: the amount cannot be written in it',
    ],
    ['recurring-currency', 'Recurring amount not stored: it is not in the deal’s currency'],
    ['reading-refused', 'Not stored: Stafet refused what was read of the page. Load the page again'],
  ] as const)('says what %s means', (code, words) => {
    const problems = [{ code, row: 'Havsalt Hotels', field: 'recurring' as const }];
    const card = whyLines({ reading: reading({}), problems, stored: true, locale: 'en', timeZone: 'UTC' });
    expect(card.warnings[0]?.text).toContain(words);
    expect(fact('In Stafet', card)?.value).toBe('not all as shown here');
  });

  it('still calls a row stored of which the page left something unread', () => {
    const problems = [{ code: 'date-unreadable', row: 'Havsalt Hotels' }] as const;
    const card = whyLines({ reading: reading({}), problems, stored: true, locale: 'en', timeZone: 'UTC' });
    expect(fact('In Stafet', card)?.value).toBe('stored');
  });
});
