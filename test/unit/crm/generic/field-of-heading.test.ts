import { describe, expect, it } from 'vitest';
import { fieldOfHeading, fieldWords } from '../../../../lib/crm/generic/field-of-heading';
import { normalHeading } from '../../../../lib/crm/generic/normal-heading';

describe('fieldOfHeading', () => {
  it.each([
    ['Amount', 'amount'],
    ['Amount (EUR €)', 'amount'],
    ['Betrag in EUR:', 'amount'],
    ['Beløb *', 'amount'],
    ['CLOSE DATE ▲', 'closeOn'],
    ['Beløb (kr.)', 'amount'],
    ['Amount (in DKK)', 'amount'],
    ['Deal', 'name'],
    ['Probability (%)', 'crmProbability'],
    ['Est. revenue', 'amount'],
    ['Næste trin', 'nextStep'],
    ['Étape', 'stage'],
    ['Dato for næste trin', 'nextStepOn'],
    ['Lukket', 'closedOn'],
    ['Sourced by', 'sdr'],
  ])('knows %j as %s', (heading, field) => {
    expect(fieldOfHeading(heading)?.field).toBe(field);
  });

  it.each([
    'Weighted value',
    'Weighted amount',
    'Weighted revenue',
    'Expected revenue',
    'Expected margin',
    'Forecast amount',
    'Discount',
    'Last modified',
    'Amount paid',
    'Vægtet værdi',
    'Forventet avance',
    'Gewichteter Betrag',
    'Montant pondéré',
    'Importe ponderado',
    'Viktat belopp',
    'Valor ponderado',
    'Importo ponderato',
    'Gewogen bedrag',
    'Senest ændret',
    'Zuletzt geändert',
    'Amount (weighted)',
    'Amount (converted)',
    'Value [net]',
    'Amount (VAT)',
    'Company size',
    'Due date',
    'Start date',
    '',
    '—',
    '12',
  ])('leaves %j alone', (heading) => {
    expect(fieldOfHeading(heading)).toBeUndefined();
  });

  it('has no heading that means different fields in two languages', () => {
    const seen = new Map<string, string>();
    const clashes: string[] = [];
    for (const [language, words] of Object.entries(fieldWords)) {
      for (const [field, list] of Object.entries(words)) {
        for (const word of list.split('|')) {
          const heading = normalHeading(word);
          const before = seen.get(heading);
          if (before !== undefined && before !== field)
            clashes.push(`${language}: ${word} is ${before} and ${field}`);
          seen.set(heading, field);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(400);
    expect(clashes).toEqual([]);
  });
});
