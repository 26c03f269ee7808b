import { audit } from './audit';
import type { Handoff } from './finish-passes';
import { handoffKey } from './handoff-key';
import type { HandoffRow } from './handoff-row';
import { foundOn, type Passes } from './found-on';

/**
 * The passes as rows for surfaces that cannot find them, by today's rules.
 *
 * @param deals Those of these deals alone.
 */
export function* handoffRows(passes: Passes, deals?: ReadonlySet<string>): Generator<HandoffRow> {
  const { rules, scored } = foundOn(passes, passes.today);
  const madeAt = instant(passes.asOf);
  for (const handoff of scored.handoffs) {
    if (deals?.has(handoff.deal.id) === false) continue;
    const seenAt = passes.book.deals.get(handoff.deal.id)?.seenAt ?? madeAt;
    yield rowOf(handoff, { seenAt, madeAt, decideWithinMs: rules.setting.decideWithinMs });
  }
}

interface Made {
  readonly seenAt: string;
  readonly madeAt: string;
  readonly decideWithinMs: number;
}

function rowOf(handoff: Handoff, { seenAt, madeAt, decideWithinMs }: Made): HandoffRow {
  const { deal, pass, decision, reason, hoursToAccept } = handoff;
  return {
    key: handoffKey(deal.id, pass.attempt),
    deal: deal.id,
    attempt: pass.attempt,
    from: pass.from,
    to: pass.to,
    passedNotBefore: instant(pass.at.from),
    passedAt: instant(pass.at.to),
    rule: pass.rule,
    decision: decision.kind,
    decidedNotBefore: decision.at && instant(decision.at.from),
    decidedAt: decision.at && instant(decision.at.to),
    reason: reason && cut(reason),
    hoursToAccept,
    audit: audit(handoff).map(({ check, answer, rests }) => ({
      check,
      answer,
      rests: rests.reason === undefined ? rests : { ...rests, reason: cut(rests.reason) },
    })),
    seenAt,
    madeAt,
    until: instant(pass.at.to + decideWithinMs),
  };
}

/** What a CRM has for a reason may be a letter; a row has room for a paragraph. */
function cut(text: string): string {
  return text.length <= 2000 ? text : `${text.slice(0, 2000)}…`;
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
