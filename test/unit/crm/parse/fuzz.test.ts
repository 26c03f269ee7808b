import { describe, expect, it } from 'vitest';
import { decideDateOrder } from '../../../../lib/crm/parse/decide-date-order';
import { decideDecimalSign } from '../../../../lib/crm/parse/decide-decimal-sign';
import { parseAmount } from '../../../../lib/crm/parse/parse-amount';
import { parseCurrency } from '../../../../lib/crm/parse/parse-currency';
import { parseDateTime } from '../../../../lib/crm/parse/parse-date-time';
import { parseOutcome } from '../../../../lib/crm/parse/parse-outcome';
import { parsePercent } from '../../../../lib/crm/parse/parse-percent';
import { parsePerson } from '../../../../lib/crm/parse/parse-person';
import { drawFrom, type Draw } from './draw';
import { locales } from './locales';

/** `STAFET_FUZZ=1000000` tries as many strings; each in twelve locales. */
const strings = Number(process.env['STAFET_FUZZ'] ?? 4000);
const pieces =
  "0|1|12|007|36.340|1,234|1 234|25,00,000|2026|31|05/03/26|2026-12-31|.|,|'|’| |\u00a0|\u202f|\n|-|–|−|+|(|)|~|ca. |%|€|$|£|kr|kr.|US$|$ CA|EUR|DKK|₹|￥|k|K|M|T|Mio.|mia|mil|lakh|Cr|billion|tkr|:-|,-|/|:|14:30|2 PM|p. m.|Z|+02:00|Uhr|kl.|at|by |von |Jan|dez|mars|listopada|mar|Thu,|Do|tors|de|den |1er|3rd|Today|i går|in |3 days|ago|vor |Wochen|--|None|n/a|Won|closed |Liv Aagaard, |年|月|日|٣|٬|\u200f|\ud83d\ude00|\ud83d|é|\0|\t".split(
    '|',
  );

function inventText(draw: Draw): string {
  let text = '';
  for (let count = 1 + draw.below(8); count > 0; count -= 1)
    text += draw.chance(0.9) ? draw.one(pieces) : String.fromCodePoint(draw.below(0x3000));
  return draw.chance(0.01) ? text.repeat(1 + draw.below(60)) : text;
}

function tryAll(text: string, language: string): void {
  const amount = parseAmount(text, { decimalSign: decideDecimalSign([text]), currency: parseCurrency(text) });
  if (amount.kind === 'value' && !/^-?\d{1,18}(\.\d{1,9})?$/.test(amount.value.decimal))
    throw new Error(`amount ${JSON.stringify(amount.value)}`);
  const order = decideDateOrder([text], { language });
  const date = parseDateTime(text, { order, today: '2026-03-01' });
  if (
    date.kind === 'value' &&
    !/^(?:19|2[01])\d\d-(?:0[1-9]|1[0-2])-(?:[0-2][1-9]|[123]0|31)$/.test(date.value.date)
  )
    throw new Error(`date ${JSON.stringify(date.value)}`);
  const share = parsePercent(text, true);
  if (share.kind === 'value' && !(share.value >= 0 && share.value <= 1))
    throw new Error(`share ${share.value}`);
  parsePerson(text);
  parseOutcome(text);
}

it(
  `survives ${strings} strings in twelve locales, and makes no value that is none`,
  () => {
    const draw = drawFrom(20_261_126);
    for (let count = 0; count < strings; count += 1) {
      const text = inventText(draw);
      try {
        for (const locale of locales.slice(0, 12)) tryAll(text, locale);
      } catch (error) {
        throw new Error(`at ${JSON.stringify(text)}`, { cause: error });
      }
    }
    expect(strings).toBeGreaterThanOrEqual(1000);
  },
  Math.max(120_000, strings * 3),
);

/** Milliseconds that parsing texts of one length takes at best: whatever disturbs a run only makes it longer. */
function bestTime(parse: (text: string) => unknown, textOf: (nth: number) => string): number {
  let best = Infinity;
  for (let round = 0; round < 8; round += 1) {
    // Never the same text twice: what was parsed before is remembered.
    const texts = Array.from({ length: 60 }, (_, nth) => textOf(round * 60 + nth));
    // Put together now, not when it is first looked into.
    for (const text of texts) text.charCodeAt(text.length - 1);
    const started = performance.now();
    for (const text of texts) parse(text);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

describe.each([
  ['amounts', (text: string) => parseAmount(text, {})],
  ['columns of amounts', (text: string) => decideDecimalSign([text])],
  ['dates', (text: string) => parseDateTime(text, { today: '2026-03-01' })],
  ['shares', (text: string) => parsePercent(text, true)],
  ['people', (text: string) => parsePerson(text)],
] as const)('the cost of %s', (_, parse) => {
  it.each([
    '1,',
    '1 ',
    "1'",
    '(1',
    '€ ',
    'kr ',
    '-',
    '~ ',
    '1:11 ',
    ' by ',
    'Liv ',
    'jan ',
    '1. ',
    'in 3 days ',
    '\n1',
  ])('grows with the length of %j and no faster', (piece) => {
    const textOf = (length: number) => (nth: number) =>
      `${String(nth).padStart(4, '0')}${piece.repeat(length)}`.slice(0, length);
    parse(textOf(192)(-1)); // What is made once is made.
    const [short, long] = [bestTime(parse, textOf(24)), bestTime(parse, textOf(192))];
    // Eight times as long: 8 where cost is linear, 64 where it is quadratic. The clock's own step counts as well.
    expect(long).toBeLessThan(20 * short + 1);
  });

  it('ends with the longest text that is looked at', () => {
    const textOf = (length: number) => (nth: number) => `${nth}${'1,'.repeat(length / 2)}`;
    const [long, longer] = [bestTime(parse, textOf(100_000)), bestTime(parse, textOf(200_000))];
    expect(longer).toBeLessThan(3 * long + 1);
  });
});
