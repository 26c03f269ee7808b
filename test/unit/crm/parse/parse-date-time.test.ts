import { describe, expect, it } from 'vitest';
import { decideDateOrder } from '../../../../lib/crm/parse/decide-date-order';
import { parseDateTime } from '../../../../lib/crm/parse/parse-date-time';

/** Text, the rest of its column, the page's language, and what it must give. */
const cases: readonly (readonly [
  text: string,
  column: readonly string[],
  language: string,
  expected: string,
])[] = [
  ['2026-12-31', [], '', '2026-12-31'],
  ['2026/12/31', [], '', '2026-12-31'],
  ['2026年3月5日', [], '', '2026-03-05'],
  ['2026-12-31T14:30', [], '', '2026-12-31 14:30'],
  ['2026-12-31T23:30:00Z', [], '', '2026-12-31 23:30Z~'],
  ['2026-12-31 23:30:00+0200', [], '', '2026-12-31 23:30+02:00~'],
  ['31 Dec 2026', [], '', '2026-12-31'],
  ['Dec 31, 2026', [], '', '2026-12-31'],
  ['December 31st, 2026', [], '', '2026-12-31'],
  ['Thursday, 31 December 2026', [], '', '2026-12-31'],
  ['31-Dec-2026', [], '', '2026-12-31'],
  ['31-Dec-26', [], '', '2026-12-31'],
  ["31 Dec '26", [], '', '2026-12-31'],
  ['Sept 5, 2026', [], '', '2026-09-05'],
  ['31. december 2026', [], '', '2026-12-31'],
  ['tors. 31. dec. 2026 kl. 14.30', [], '', '2026-12-31 14:30'],
  ['den 1. maj 2026', [], '', '2026-05-01'],
  ['31. Dez. 2026', [], '', '2026-12-31'],
  ['Mittwoch, 4. März 2026', [], '', '2026-03-04'],
  ['31 déc. 2026', [], '', '2026-12-31'],
  ['1er août 2026 à 14:30', [], '', '2026-08-01 14:30'],
  ['31 de diciembre de 2026', [], '', '2026-12-31'],
  ['mar, 5 dic 2026', [], '', '2026-12-05'],
  ['31 mrt 2026', [], '', '2026-03-31'],
  ['15 gen 2026', [], '', '2026-01-15'],
  ['15 de out. de 2026', [], '', '2026-10-15'],
  ['31 Dec 2026 2:30 PM', [], '', '2026-12-31 14:30'],
  ['12/31/2026, 12:05 am', [], '', '2026-12-31 00:05'],
  ['31 Dec 2026, 14:30 by Liv Aagaard', [], '', '2026-12-31 14:30'],
  ['31/12/2026', [], '', '2026-12-31'],
  ['12/31/2026', [], '', '2026-12-31'],
  ['05/05/2026', [], '', '2026-05-05'],
  // Day or month first: only the column says.
  ['05/03/2026', [], '', 'ambiguous'],
  ['05/03/2026', [], 'fr', 'ambiguous'],
  ['05/03/2026', [], 'en-US', 'ambiguous'],
  ['05/03/2026', ['28/02/2026'], '', '2026-03-05'],
  ['05/03/2026', ['02/28/2026'], '', '2026-05-03'],
  ['05/03/2026', ['28/02/2026', '02/28/2026'], '', 'ambiguous'],
  ['05.03.2026', [], '', 'ambiguous'],
  ['05.03.2026', [], 'en', 'ambiguous'],
  ['05.03.2026', [], 'da', '2026-03-05'],
  ['5. 3. 2026', ['28. 2. 2026'], '', '2026-03-05'],
  ['05-03-2026', [], 'nl', '2026-03-05'],
  ['05.03.2026 14.30', [], 'da', '2026-03-05 14:30'],
  ['05/03/26', ['28/02/26'], 'fr', '2026-03-05'],
  ['28/02/26', [], '', 'ambiguous'],
  // No date at all.
  ['–', [], '', 'null'],
  ['Ingen', [], '', 'null'],
  ['16 Dez', [], '', 'ambiguous'],
  ['March 2026', [], '', 'ambiguous'],
  ['2026-02-30', [], '', 'unreadable'],
  ['31/13/2026', [], '', 'unreadable'],
  ['14:30', [], '', 'unreadable'],
  ['in 3 days', [], '', 'unreadable'],
  ['31 Dec 2026 – 5 Jan 2027', [], '', 'unreadable'],
  ['Q4 2026', [], '', 'unreadable'],
  ['12.400,00', [], '', 'unreadable'],
  ['1783036800', [], '', 'unreadable'],
  // Relative words in the page's own language only.
  ['Today', [], 'en', '2026-03-01~'],
  ['Yesterday at 14:30', [], 'en-GB', '2026-02-28~'],
  ['I går', [], 'da', '2026-02-28~'],
  ['morgen', [], 'de', '2026-03-02~'],
  ["aujourd'hui", [], 'fr', '2026-03-01~'],
  ['Today', [], 'de', 'unreadable'],
  ['Today', [], '', 'unreadable'],
];

describe('parseDateTime', () => {
  it.each(cases)('reads %j beside %j in %j as %s', (text, column, language, expected) => {
    const order = decideDateOrder([text, ...column], { language });
    const reading = parseDateTime(text, { order, today: '2026-03-01', language });
    if (reading.kind !== 'value') {
      expect(reading.kind === 'empty' ? 'null' : reading.kind).toBe(expected);
      return;
    }
    const { date, time } = reading.value;
    const clock = time === undefined ? '' : ` ${time.clock}${time.zone ?? ''}`;
    expect(`${date}${clock}${reading.approximate ? '~' : ''}`).toBe(expected);
  });

  it('lets proved numbers stand in for the column where the language is French', () => {
    expect(decideDateOrder(['05/03/2026'], { language: 'fr', isLanguageProved: true })).toBe('dmy');
    expect(
      decideDateOrder(['05/03/2026'], { language: 'fr', isLanguageProved: true, elsewhere: 'mdy' }),
    ).toBe('mdy');
  });
});
