import { describe, expect, it } from 'vitest';
import { parseCommitment } from '../../../../lib/crm/parse/parse-commitment';
import { parseCurrency } from '../../../../lib/crm/parse/parse-currency';
import { statedCurrency } from '../../../../lib/crm/parse/stated-currency';
import { parseOutcome } from '../../../../lib/crm/parse/parse-outcome';
import { parsePercent } from '../../../../lib/crm/parse/parse-percent';
import { parsePerson } from '../../../../lib/crm/parse/parse-person';
import { parseYesNo } from '../../../../lib/crm/parse/parse-yes-no';

describe('parseOutcome', () => {
  it.each([
    ['Won', 'won'],
    ['Closed Won', 'won'],
    ['Closed - Lost', 'lost'],
    ['Vundet', 'won'],
    ['Lukket tabt', 'lost'],
    ['Gewonnen', 'won'],
    ['Geschlossen – verloren', 'lost'],
    ['Fermé gagné', 'won'],
    ['Perdue', 'lost'],
    ['Cerrado ganado', 'won'],
    ['Förlorad', 'lost'],
    ['Negociación ganada', 'won'],
    ['Auftrag verloren', 'lost'],
    ['Vinto', 'won'],
    ['Fechado perdido', 'lost'],
    ['Åben', 'open'],
    ['Offen', 'open'],
    ['In progress', 'open'],
    ['Vundet og lukket', 'won'],
    ['Vyhráno', 'won'],
    ['Prohráno', 'lost'],
    ['Kazanıldı', 'won'],
    ['Kaybedildi', 'lost'],
    ['Abgeschlossen und verloren', 'lost'],
    ['Stängda vunna', 'won'],
    ['Cierre ganado', 'won'],
    ['Cerrada-Perdida', 'lost'],
    ['Clôturé et gagné', 'won'],
    ['Gesloten Gewonnen', 'won'],
    ['Chiuso positivamente', 'won'],
    ['Fechada e perdida', 'lost'],
    ['Vunnet', 'won'],
    ['Tapt', 'lost'],
    ['Zamknięta wygrana', 'won'],
    ['Przegrana', 'lost'],
    ['Suljettu voitettu', 'won'],
    ['Hävitty', 'lost'],
    ['受注', 'won'],
    ['失注', 'lost'],
    ['W toku', 'open'],
    ['受注見込', undefined],
    ['Closed', undefined],
    ['Lost contact', undefined],
    ['Closed and open', undefined],
    ['og lukket', undefined],
    ['Not won', undefined],
    ['Won back', undefined],
    ['Negotiation', undefined],
    ['Closed open', undefined],
    ['', undefined],
  ])('says of %j: %s', (text, expected) => {
    expect(parseOutcome(text)).toBe(expected);
  });
});

describe('parseCommitment', () => {
  it.each([
    // As the interfaces have it: Salesforce, HubSpot, Dynamics.
    ['Forecast', true],
    ['COMMIT', true],
    ['BEST_CASE', false],
    ['MostLikely', false],
    ['OMIT', false],
    ['Committed', true],
    // As the pages have it.
    ['Commit', true],
    ['3 – Commit (90 %)', true],
    ['Closed', true],
    ['Closed won', true],
    ['Closed lost', false],
    ['Best Case', false],
    ['Most Likely', false],
    ['Pipeline', false],
    ['Not forecasted', false],
    ['Forpligtet', true],
    ['Bedste tilfælde', false],
    ['Udeladt', false],
    ['Vundet', true],
    ['Zugesagt', true],
    ['Bester Fall', false],
    ['Nicht berücksichtigt', false],
    ['Engagé', true],
    ['Meilleur scénario', false],
    ['Omis', false],
    ['Comprometido', true],
    ['Mejor caso', false],
    ['Canalización', false],
    ['Compromisso', true],
    ['Melhor caso', false],
    ['Toegezegd', true],
    ['Beste geval', false],
    ['Impegno', true],
    ['Caso migliore', false],
    ['Åtagande', true],
    ['Bästa fall', false],
    ['Utelämnad', false],
    ['Hot', undefined],
    ['Not committed', undefined],
    ['Commitments', undefined],
    ['', undefined],
  ])('says of %j: %s', (text, expected) => {
    expect(parseCommitment(text)).toBe(expected);
  });
});

describe('parsePercent', () => {
  it.each([
    ['40%', false, 0.4],
    ['40 %', false, 0.4],
    ['12,5\u00a0%', false, 0.125],
    ['%40', false, 0.4],
    ['100 %', false, 1],
    ['33.333%', false, 0.33333],
    ['40', true, 0.4],
    ['1', true, 0.01],
    ['40', false, 0.4],
    ['1', false, undefined],
    ['0', false, 0],
    ['0.4', false, undefined],
    ['140 %', false, undefined],
    ['-5 %', false, undefined],
    ['40–60 %', false, undefined],
  ])('reads %j (heading says percent: %s) as %s', (text, isPercent, expected) => {
    const reading = parsePercent(text, isPercent);
    expect(reading.kind === 'value' ? reading.value : undefined).toBe(expected);
  });

  it('keeps empty apart from nought', () => {
    expect(parsePercent('–', false)).toEqual({ kind: 'empty' });
    expect(parsePercent('0 %', false)).toMatchObject({ value: 0 });
  });
});

describe('the other words', () => {
  it.each([
    ['Amount (EUR)', 'EUR'],
    ['Betrag in EUR €', 'EUR'],
    ['Danske kroner (DKK)', 'DKK'],
    ['Beløb, kr.', undefined],
    ['€', 'EUR'],
    ['EUR / USD', undefined],
    ['Amount', undefined],
    ['ARR (USD)', 'USD'],
    ['DKKX', undefined],
  ])('finds the currency of %j: %s', (text, expected) => {
    expect(parseCurrency(text)).toBe(expected);
  });

  it.each([
    ['Amount (EUR)', 'EUR'],
    ['Beløb (kr.)', 'kr'],
    ['Beløb, kr', 'kr'],
    ['Amount ($)', '$'],
    ['Amount in $', '$'],
    ['Amount (C$)', 'C$'],
    ['Amount', undefined],
    ['R', 'R'],
    ['Amount (%)', undefined],
    ['', undefined],
  ])('takes from the heading %j the currency of its amounts: %s', (text, expected) => {
    expect(statedCurrency(text)).toBe(expected);
  });

  it('reads a person, with nobody as null', () => {
    expect(parsePerson('by Liv Aagaard')).toBe('Liv Aagaard');
    expect(parsePerson(' von Holt ')).toBe('von Holt');
    expect(parsePerson('LA Liv Aagaard')).toBe('Liv Aagaard');
    expect(parsePerson('LALiv Aagaard')).toBe('Liv Aagaard');
    expect(parsePerson('JJ Abe')).toBe('JJ Abe');
    expect(parsePerson('—')).toBeNull();
    expect(parsePerson('x'.repeat(300))).toBeUndefined();
  });

  it.each([
    ['Liv Aagaard, 12/31/2026, 2:30 PM', 'Liv Aagaard'],
    ['Liv Aagaard, Dec 31, 2026, 2:30 PM', 'Liv Aagaard'],
    ['Liv Aagaard 31. dec. 2026 14.30', 'Liv Aagaard'],
    ['Liv Aagaard\n2026-12-31', 'Liv Aagaard'],
    ['31/12/2026 14:30 by Liv Aagaard', 'Liv Aagaard'],
    ['by Liv Aagaard, 31/12/2026', 'Liv Aagaard'],
    // No dates: parts of the name.
    ['Agent 007', 'Agent 007'],
    ['Team North 2', 'Team North 2'],
    ['Liv Aagaard, 12 deals', 'Liv Aagaard, 12 deals'],
    ['Mai 5', 'Mai 5'],
  ])('takes of %j the name alone: %j', (text, name) => {
    expect(parsePerson(text)).toBe(name);
  });

  it('reads yes and no, and guesses neither', () => {
    expect([parseYesNo('Ja'), parseYesNo('Nej'), parseYesNo('maybe')]).toEqual([true, false, undefined]);
  });
});
