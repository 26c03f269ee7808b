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
  ['mar, 3 mar 2026', [], '', '2026-03-03'],
  ['5 dic 2026 mar', [], '', '2026-12-05'],
  ['5 dic nov 2026', [], '', 'unreadable'],
  ['31 mrt 2026', [], '', '2026-03-31'],
  ['15 gen 2026', [], '', '2026-01-15'],
  ['15 de out. de 2026', [], '', '2026-10-15'],
  ['31 Dec 2026 2:30 PM', [], '', '2026-12-31 14:30'],
  ['12/31/2026, 12:05 am', [], '', '2026-12-31 00:05'],
  ['31 Dec 2026, 14:30 by Liv Aagaard', [], '', '2026-12-31 14:30'],
  ['Liv Aagaard, 12/31/2026, 2:30 PM', [], '', '2026-12-31 14:30'],
  ['31.12.2026 14:30 von Liv Aagaard', [], '', '2026-12-31 14:30'],
  ['31 dic 2026, 2:30 p. m.', [], '', '2026-12-31 14:30'],
  ['31 de diciembre de 2026 a las 14:30', [], '', '2026-12-31 14:30'],
  ['31 dicembre 2026 alle ore 14:30', [], '', '2026-12-31 14:30'],
  ['31. dec. 2026 14.30.05', [], '', '2026-12-31 14:30'],
  ['31 déc. 2026, 14 h 30', [], '', '2026-12-31 14:30'],
  ['31 Dec 2026 14:30 GMT+1', [], '', '2026-12-31 14:30+01:00~'],
  ['31. joulukuuta 2026 klo 14.30', [], '', '2026-12-31 14:30'],
  ['czwartek, 31 grudnia 2026', [], '', '2026-12-31'],
  ['Thu, 2026-12-31', [], '', '2026-12-31'],
  ['2026年12月31日木曜日', [], '', '2026-12-31'],
  ['2026/12/31(木)', [], '', '2026-12-31'],
  ['fre 05.03.2027', ['28.02.2027'], '', '2027-03-05'],
  // October in Croatia, November in Poland.
  ['15 listopada 2026', [], 'pl', 'unreadable'],
  // July in Croatia, August in Czechia.
  ['14. srp 2027', [], 'cs', 'unreadable'],
  ['14. srpna 2027', [], 'cs', '2027-08-14'],
  ['14. bře 2027', [], 'cs', '2027-03-14'],
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
  // A CRM's own setting may be month first, whatever the language.
  ['05-03-2026', [], 'nl', 'ambiguous'],
  ['05-03-2026', ['28-02-2026'], 'nl', '2026-03-05'],
  ['05.03.2026 14.30', [], 'da', '2026-03-05 14:30'],
  ['05/03/26', ['28/02/26'], 'fr', '2026-03-05'],
  ['28/02/26', [], '', 'ambiguous'],
  ['28/02/26', ['15/03/26', '31/12/26', '01/06/26'], '', '2026-02-28'],
  ['26/02/28', ['26/03/15', '26/12/31', '26/06/01'], '', '2026-02-28'],
  ['26.02.05', ['26.03.15', '26.12.31', '26.06.01'], 'de', 'ambiguous'],
  ['02/28/26', ['28/02/26', '01/03/26'], 'fr', 'ambiguous'],
  // No date at all.
  ['–', [], '', 'null'],
  ['0000-00-00', [], '', 'null'],
  ['0000-00-00 00:00:00', [], '', 'null'],
  ['00/00/0000', [], '', 'null'],
  ['Ingen', [], '', 'null'],
  ['16 Dez', [], '', 'ambiguous'],
  ['March 2026', [], '', 'ambiguous'],
  ['2026-02-30', [], '', 'unreadable'],
  ['31/13/2026', [], '', 'unreadable'],
  ['14:30', [], '', 'unreadable'],
  ['31 Dec 2026 – 5 Jan 2027', [], '', 'unreadable'],
  ['Q4 2026', [], '', 'unreadable'],
  ['12.400,00', [], '', 'unreadable'],
  ['1783036800', [], '', 'unreadable'],
  ['Dec 14.30', [], '', 'unreadable'],
  ['Overdue, 31/12/2026', [], '', 'unreadable'],
  // Relative words mean the same in whatever language the page says that it is.
  ['Today', [], 'en', '2026-03-01~'],
  ['Yesterday at 14:30', [], 'en-GB', '2026-02-28~'],
  ['I går', [], 'da', '2026-02-28~'],
  ['morgen', [], 'de', '2026-03-02~'],
  ["aujourd'hui", [], 'fr', '2026-03-01~'],
  ['Today', [], 'de', '2026-03-01~'],
  ['Heute', [], '', '2026-03-01~'],
  ['ayer', [], '', '2026-02-28~'],
  ['oggi', [], '', '2026-03-01~'],
  ['amanhã', [], '', '2026-03-02~'],
  ['In 3 days', [], '', '2026-03-04~'],
  ['2 weeks ago', [], '', '2026-02-15~'],
  ['a day ago', [], '', '2026-02-28~'],
  ['in einer Woche', [], '', '2026-03-08~'],
  ['vor 2 Wochen', [], '', '2026-02-15~'],
  ['il y a 3 jours', [], '', '2026-02-26~'],
  ['dans 2 semaines', [], '', '2026-03-15~'],
  ['om 3 dage', [], '', '2026-03-04~'],
  ['for 2 uger siden', [], '', '2026-02-15~'],
  ['en uge siden', [], '', '2026-02-22~'],
  ['hace 2 días', [], '', '2026-02-27~'],
  ['dentro de 2 semanas', [], '', '2026-03-15~'],
  ['há 3 dias', [], '', '2026-02-26~'],
  ['em 3 dias', [], '', '2026-03-04~'],
  ['3 dagen geleden', [], '', '2026-02-26~'],
  ['over 3 dagen', [], '', '2026-03-04~'],
  ['3 giorni fa', [], '', '2026-02-26~'],
  ['tra 2 settimane', [], '', '2026-03-15~'],
  ['för 3 dagar sedan', [], '', '2026-02-26~'],
  ['om 2 veckor', [], '', '2026-03-15~'],
  // More than two weeks, or in two weeks.
  ['over 2 weeks', [], '', 'unreadable'],
  ['for 3 days', [], '', 'unreadable'],
  ['3 days', [], '', 'unreadable'],
  ['in 3 days ago', [], '', 'unreadable'],
  ['2 months ago', [], '', 'unreadable'],
  ['5 hours ago', [], '', 'unreadable'],
];

describe('parseDateTime', () => {
  it.each(cases)('reads %j beside %j in %j as %s', (text, column, language, expected) => {
    const order = decideDateOrder([text, ...column], { language });
    const reading = parseDateTime(text, { order, today: '2026-03-01' });
    if (reading.kind !== 'value') {
      expect(reading.kind === 'empty' ? 'null' : reading.kind).toBe(expected);
      return;
    }
    const { date, time } = reading.value;
    const clock = time === undefined ? '' : ` ${time.clock}${time.zone ?? ''}`;
    expect(`${date}${clock}${reading.approximate ? '~' : ''}`).toBe(expected);
  });

  it('says of what is ambiguous what it can mean', () => {
    const meant = (text: string, today?: string) => {
      const reading = parseDateTime(text, { today });
      return reading.kind === 'ambiguous' ? reading.readings.map(({ date }) => date) : reading.kind;
    };
    expect(meant('05/03/2026 14:30')).toEqual(['2026-03-05', '2026-05-03']);
    expect(meant('28/02/26')).toEqual(['2026-02-28', '2028-02-26']);
    expect(meant('16 Dez', '2026-03-01')).toEqual(['2025-12-16', '2026-12-16', '2027-12-16']);
    expect(meant('16 Dez')).toEqual([]);
    expect(meant('March 2026')).toEqual([]);
  });

  it('lets proved numbers stand in for the column where the language is French', () => {
    expect(decideDateOrder(['05/03/2026'], { language: 'fr', isLanguageProved: true })).toBe('dmy');
    expect(
      decideDateOrder(['05/03/2026'], { language: 'fr', isLanguageProved: true, elsewhere: 'mdy' }),
    ).toBe('mdy');
  });
});
