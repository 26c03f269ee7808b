import { audit } from './audit';
import type { Handoff } from './finish-passes';
import type { HandoffAnswer } from './handoff';
import type { Moment } from './request';
import type { HourRange } from './touch';

/**
 * The answer in the form of the command line. Rates have six decimals, hours two. A time that is known only as a range
 * is dated by its end, with its beginning beside it; hours of it are bounds.
 */
export function writeAnswer(id: string | number, answer: HandoffAnswer): string {
  const { handoffs, ...rest } = answer;
  // Shares and hours are rounded where they are written, and nowhere before.
  const rounded = JSON.stringify(rest, (key, value: unknown) => {
    // The form has it as the sum under `XXX`.
    if (key === 'wonWithoutCurrency') return undefined;
    if (typeof value !== 'number' || Number.isInteger(value)) return value;
    return round(value, key === 'median' || key === 'p90' ? 2 : 6);
  });
  return `{"id":${JSON.stringify(id)},"handoffs":${JSON.stringify(handoffs.map(written))},${rounded.slice(1)}`;
}

function written(handoff: Handoff): object {
  const { deal, pass, decision, reason, hoursToAccept } = handoff;
  return {
    deal: deal.id,
    attempt: pass.attempt,
    from: pass.from,
    to: pass.to,
    passedAt: instant(pass.at.to),
    ...beginning('passedNotBefore', pass.at),
    rule: pass.rule,
    decision: decision.kind,
    decidedAt: decision.at === null ? null : instant(decision.at.to),
    ...(decision.at === null ? {} : beginning('decidedNotBefore', decision.at)),
    reason,
    hoursToAccept: hoursToAccept === null ? null : hours(hoursToAccept),
    evidence: { pass: pass.evidence, decision: decision.evidence },
    audit: audit(handoff).map(({ check, answer, because }) => ({ check, answer, because })),
  };
}

function beginning(name: string, { from, to }: Moment): object {
  return from === to ? {} : { [name]: instant(from) };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

function hours({ low, high }: HourRange): number | HourRange {
  return low === high ? round(low, 2) : { low: round(low, 2), high: round(high, 2) };
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
