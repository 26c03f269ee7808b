import type { DealField, DealValues, StatedAmount } from '../../deal/deal';
import { canSignMean } from '../../money/can-sign-mean';
import type { ReadProblem } from '../adapter';
import { isTrytonState, trytonStates, type TrytonState } from './states';

/** Texts of one deal as a list or a form shows them; absent: not shown, empty: shown and empty. */
export interface TrytonTexts {
  readonly number?: string;
  readonly description?: string;
  readonly party?: string;
  readonly employee?: string;
  readonly lostReason?: string;
  /** State as its code (`won`); `undefined` for a text that we do not know. */
  readonly state?: { readonly code: TrytonState | undefined; readonly text: string };
  readonly amount?: Figure & { readonly symbol: string; readonly currency: string | undefined };
  readonly probability?: Figure;
  readonly startOn?: Figure;
  readonly endOn?: Figure;
}

/** A text and what it says (`1220.00`, `2026-12-27`); `value` is `undefined` where it could not be read. */
export interface Figure {
  readonly text: string;
  readonly value: string | undefined;
}

/** Turns what is shown into values: the unreadable becomes a problem, and nothing is guessed. */
export function valuesOf(texts: TrytonTexts, row: string): { values: DealValues; problems: ReadProblem[] } {
  const problems: ReadProblem[] = [];
  const state = texts.state?.code;
  const outcome = isTrytonState(state) ? trytonStates[state].outcome : undefined;
  if (texts.state !== undefined && state === undefined && texts.state.text !== '') {
    problems.push({ code: 'stage-unknown', row, field: 'stage', text: texts.state.text.slice(0, 80) });
  }
  const dateFigure = (field: DealField, figure: Figure | undefined) =>
    figureOf(figure, () =>
      problems.push({ code: 'date-unreadable', row, field, text: figure?.text.slice(0, 80) ?? '' }),
    );
  const startOn = dateFigure('createdOn', texts.startOn);
  const endOn = dateFigure('closeOn', texts.endOn);
  const decimal = figureOf(texts.amount, () =>
    problems.push({
      code: 'amount-unreadable',
      row,
      field: 'amount',
      text: texts.amount?.text.slice(0, 80) ?? '',
    }),
  );
  const share = shareOf(figureOf(texts.probability, () => {}));
  if (texts.probability !== undefined && share === undefined)
    problems.push({
      code: 'value-unreadable',
      row,
      field: 'crmProbability',
      text: texts.probability.text.slice(0, 80),
    });
  const values: DealValues = {
    ...shown('number', texts.number),
    ...shown('name', texts.description),
    ...shown('account', texts.party),
    ...shown('owner', texts.employee),
    ...shown('lostReason', texts.lostReason),
    ...(state === undefined || outcome === undefined ? {} : { stage: state, outcome }),
    ...(decimal === undefined ? {} : { amount: amountOf(decimal, texts.amount) }),
    ...(share === undefined ? {} : { crmProbability: share }),
    ...(startOn === undefined ? {} : { createdOn: startOn }),
    ...(endOn === undefined ? {} : { closeOn: endOn }),
    // Tryton has one date: for a deal that has ended it is the day on which it did.
    ...(endOn === undefined || outcome === undefined ? {} : { closedOn: outcome === 'open' ? null : endOn }),
  };
  return { values, problems };
}

/** `undefined`: not shown or not readable; `null`: shown and empty. */
function figureOf(figure: Figure | undefined, unreadable: () => void): string | null | undefined {
  if (figure === undefined) return undefined;
  if (figure.text === '') return null;
  if (figure.value === undefined) unreadable();
  return figure.value;
}

function shown<Field extends DealField>(field: Field, text: string | undefined) {
  return text === undefined ? {} : { [field]: text === '' ? null : text };
}

/** The sign alone says no currency: `$` is whatever the company counts in. */
function amountOf(decimal: string | null, amount: TrytonTexts['amount']): StatedAmount | null {
  if (decimal === null) return null;
  // Where a user sees several companies, the page's head names the currency of one of them.
  const isItsSign =
    !amount?.symbol || amount.currency === undefined || canSignMean(amount.symbol, amount.currency);
  if (amount?.currency !== undefined && isItsSign) return { decimal, currency: amount.currency };
  return amount?.symbol ? { decimal, symbol: amount.symbol.slice(0, 8) } : { decimal };
}

/** `10.00` percent as 0.1, without the noise of a division; `undefined` outside 0..100 %. */
function shareOf(percent: string | null | undefined): number | null | undefined {
  if (percent === null || percent === undefined) return percent;
  const share = Math.round(Number(percent) * 1e6) / 1e8;
  return share >= 0 && share <= 1 ? share : undefined;
}
