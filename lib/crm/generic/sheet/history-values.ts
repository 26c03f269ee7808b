import { amountSide } from '../../../deal/amount-side';
import type { ChangeSide } from '../../../deal/deal';
import type { HistoryField } from '../../../deal/file-history/file-step';
import type { ProblemCode } from '../../adapter';
import { isEmptyText } from '../../parse/is-empty-text';
import { parseAmount } from '../../parse/parse-amount';
import { parseDateTime } from '../../parse/parse-date-time';
import { parseOutcome } from '../../parse/parse-outcome';
import { parsePerson } from '../../parse/parse-person';
import type { DateOrder, DecimalSign } from '../../parse/reading';

export interface ValueContext {
  /** How the file writes amounts and days, by all of its values. */
  readonly decimalSign: DecimalSign | undefined;
  readonly dateOrder: DateOrder | undefined;
  /** What the row's amounts are in, by its own cell or the heading. */
  readonly currency: string | undefined;
  readonly zone: string;
}

/** A value that a field had, or why it is not sure what it was. */
export function historyValue(
  text: string,
  field: HistoryField,
  { decimalSign, dateOrder, currency, zone }: ValueContext,
): ChangeSide | { readonly code: ProblemCode } {
  switch (field) {
    case 'amount': {
      const reading = parseAmount(text, { decimalSign, currency });
      if (reading.kind === 'ambiguous') return { code: 'amount-ambiguous' };
      if (reading.kind === 'unreadable' || (reading.kind === 'value' && reading.approximate))
        return { code: 'amount-unreadable' };
      const side = amountSide(reading.kind === 'value' ? reading.value : null);
      return side ?? { code: 'amount-unreadable' };
    }
    case 'closeOn': {
      // Milliseconds since 1970, as one CRM keeps its days.
      if (/^1\d{12}$/.test(text)) {
        const then = Temporal.Instant.fromEpochMilliseconds(Number(text)).toZonedDateTimeISO(zone);
        return { value: then.toPlainDate().toString() };
      }
      const reading = parseDateTime(text, { order: dateOrder });
      if (reading.kind === 'value') return { value: reading.value.date };
      return reading.kind === 'empty' ? { value: null } : { code: `date-${reading.kind}` };
    }
    case 'outcome': {
      const outcome = parseOutcome(text);
      if (outcome !== undefined) return { value: outcome };
      return isEmptyText(text) ? { value: null } : { code: 'value-unreadable' };
    }
    case 'owner': {
      const person = parsePerson(text);
      return person === undefined ? { code: 'value-unreadable' } : { value: person };
    }
    case 'stage':
    case 'forecastCategory':
      return { value: /^[-–—\s]*$/.test(text) ? null : text.slice(0, 1000) };
  }
}
