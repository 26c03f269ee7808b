import type { MouseEvent } from 'react';
import { formatCount, formatDate, formatInstant } from '../../lib/i18n/format';
import { t } from '../../lib/i18n/i18n';
import type { HandoffSight } from '../../lib/store/read-handoffs';
import { countAnswers } from '../handoff/pass/count-answers';
import {
  answerText,
  checkText,
  decisionText,
  restText,
  ruleText,
  whenText,
  whoText,
} from '../handoff/pass/pass-text';
import { Glyph } from './Glyph';
import { Said } from './Said';

const glyphs = { yes: 'won', no: 'lost', unknown: 'unknown' } as const;

/** The handoff of the deal on the page: who to whom, what became of it, and its audit list with what that rests on. */
export function PassPanel(props: {
  readonly pass: HandoffSight;
  readonly locale: string;
  readonly onOpen: (event: MouseEvent) => void;
}) {
  const { pass, locale, onOpen } = props;
  const { row, isStale } = pass;
  const today = Temporal.Now.plainDateISO().toString();
  const count = (n: number) => formatCount(n, locale);
  const writing = { date: (day: string) => formatDate(day, today, locale), count };
  const counts = countAnswers(row.audit, count);
  const lines = [
    whenText(row, writing),
    t('pass.foundBy', { rule: ruleText(row.rule) }),
    ...(isStale ? [t('pass.asOf', { time: formatInstant(row.seenAt, locale) })] : []),
  ];
  return (
    <>
      <h2 className="head" aria-label={`${whoText(row)}, ${decisionText(row.decision)}`}>
        <Said text={whoText(row)} />
        <Said className="muted" text={decisionText(row.decision)} />
      </h2>
      {lines.map((line) => (
        <p key={line} className="line" aria-label={line}>
          <Said text={line} />
        </p>
      ))}
      <h3 aria-label={`${t('pass.audit')}: ${counts}`}>
        <Said text={t('pass.audit')} />
        <Said className="muted" text={counts} />
      </h3>
      <ul className="audit">
        {row.audit.map(({ check, answer, rests }) => (
          <li key={check} aria-label={`${checkText(check)}: ${answerText(answer)}. ${restText(rests)}`}>
            <Glyph kind={glyphs[answer]} />
            <Said text={checkText(check)} />
            <Said className="muted" text={answerText(answer)} />
            <Said className="why" text={restText(rests)} />
          </li>
        ))}
      </ul>
      <button type="button" className="open-deal" aria-label={t('pass.openDeal')} onClick={onOpen}>
        <Said text={t('pass.openDeal')} />
      </button>
    </>
  );
}
