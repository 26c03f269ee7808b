// Columns of which the truth is known, drawn without the parser's code. What is read may be less than what is shown,
// never something else.
import { expect, it } from 'vitest';
import { decideDateOrder } from '../../../../lib/crm/parse/decide-date-order';
import { decideDecimalSign } from '../../../../lib/crm/parse/decide-decimal-sign';
import { parseAmount } from '../../../../lib/crm/parse/parse-amount';
import { statedCurrency } from '../../../../lib/crm/parse/stated-currency';
import { parseDateTime } from '../../../../lib/crm/parse/parse-date-time';
import { signFitsCode } from '../../../../lib/crm/parse/sign-fits-code';
import { drawFrom } from './draw';
import { inventAmounts, inventDates, type InventedColumn, type TrueAmount } from './invent-column';

/** `STAFET_COLUMNS=20000` draws as many of each kind. */
const columns = Number(process.env['STAFET_COLUMNS'] ?? 1500);

type Verdict = 'read' | 'ambiguous' | 'refused' | 'wrong';

/** What became of the cells, all and those of columns with five values or more. */
interface Score {
  readonly all: Record<Verdict, number>;
  readonly long: Record<Verdict, number>;
  readonly wrong: string[];
  readonly refused: Map<string, number>;
}

function scoreOf<T>(
  draw: () => InventedColumn<T>,
  judge: (column: InventedColumn<T>) => readonly Verdict[],
): Score {
  const none = { read: 0, ambiguous: 0, refused: 0, wrong: 0 };
  const score: Score = { all: { ...none }, long: { ...none }, wrong: [], refused: new Map() };
  for (let count = 0; count < columns; count += 1) {
    const column = draw();
    const verdicts = judge(column);
    const isLong = column.truth.filter((value) => value !== null).length >= 5;
    for (const [row, verdict] of verdicts.entries()) {
      score.all[verdict] += 1;
      if (isLong) score.long[verdict] += 1;
      if (verdict === 'wrong')
        score.wrong.push(
          `${column.kind}: ${column.texts[row]} is ${JSON.stringify(column.truth[row])} among ${column.texts.slice(0, 6).join(' | ')}`,
        );
      if (verdict !== 'read' && isLong)
        score.refused.set(
          `${verdict} ${column.kind}`,
          (score.refused.get(`${verdict} ${column.kind}`) ?? 0) + 1,
        );
    }
  }
  return score;
}

function share({ read, ambiguous, refused, wrong }: Record<Verdict, number>): number {
  return read / (read + ambiguous + refused + wrong);
}

function report(name: string, { all, long, refused }: Score): void {
  if (process.env['STAFET_COLUMNS'] === undefined) return;
  const most = [...refused].sort(([, one], [, other]) => other - one).slice(0, 25);
  console.info(name, { columns, all, long, share: share(all), longShare: share(long) }, most);
}

function judgeAmounts({ heading, texts, truth }: InventedColumn<TrueAmount>): Verdict[] {
  const currency = statedCurrency(heading);
  const decimalSign = decideDecimalSign(texts, { currency });
  return texts.map((text, row): Verdict => {
    const wanted = truth[row] ?? null;
    const reading = parseAmount(text, { decimalSign, currency });
    if (reading.kind === 'ambiguous') {
      const isAmong = reading.readings.some(
        ({ decimal }) => wanted !== null && Math.abs(Number(decimal) - wanted.value) <= wanted.within,
      );
      return isAmong ? 'ambiguous' : 'wrong';
    }
    if (reading.kind === 'unreadable') return 'refused';
    if (wanted === null || reading.kind === 'empty')
      return wanted === null && reading.kind === 'empty' ? 'read' : 'wrong';
    const { decimal, currency: code, symbol } = reading.value;
    const isNear = Math.abs(Number(decimal) - wanted.value) <= wanted.within;
    const isMoney =
      code === wanted.currency ||
      (code === undefined && (symbol === undefined || signFitsCode(symbol, wanted.currency)));
    return isNear && isMoney ? 'read' : 'wrong';
  });
}

function judgeDates({ texts, truth, language }: InventedColumn<string>): Verdict[] {
  const order = decideDateOrder(texts, { language });
  return texts.map((text, row): Verdict => {
    const wanted = truth[row] ?? null;
    const reading = parseDateTime(text, { order, today: '2026-11-26' });
    if (reading.kind === 'ambiguous')
      return reading.readings.some(({ date }) => date === wanted) ? 'ambiguous' : 'wrong';
    if (reading.kind === 'unreadable') return 'refused';
    if (reading.kind === 'empty') return wanted === null ? 'read' : 'wrong';
    return reading.value.date === wanted ? 'read' : 'wrong';
  });
}

it('no amount of an invented column is silently wrong, and nearly all are read', () => {
  const draw = drawFrom(1);
  const score = scoreOf(() => inventAmounts(draw), judgeAmounts);
  report('amounts', score);
  expect(score.wrong).toEqual([]);
  expect(share(score.long)).toBeGreaterThan(0.95);
}, 600_000);

it('no date of an invented column is silently wrong, and nearly all are read', () => {
  const draw = drawFrom(2);
  const score = scoreOf(() => inventDates(draw), judgeDates);
  report('dates', score);
  expect(score.wrong).toEqual([]);
  expect(share(score.long)).toBeGreaterThan(0.95);
}, 600_000);
