import type { HandoffRow } from '../../../lib/handoff/handoff-row';
import type { Verdict } from '../../../lib/deal/verdict';
import { t } from '../../../lib/i18n/i18n';
import { useFormat } from '../../ui/format-context';
import { Icon } from '../../ui/Icon';
import { countAnswers } from './count-answers';
import { HotQuestion } from './HotQuestion';
import css from './pass.module.css';
import { answerText, checkText, decisionText, restText, ruleText, whenText, whoText } from './pass-text';
import { VerdictForm } from './VerdictForm';
import { VerdictLine } from './VerdictLine';

const icons = { yes: 'check', no: 'close', unknown: 'help' } as const;

/** One pass: who to whom, by which rule, what became of it, the audit list, and what was said of it. */
export function PassView(props: {
  row: HandoffRow;
  /** The deal was seen later than the row was made from. */
  isStale: boolean;
  verdicts: readonly Verdict[];
  /** Who passed or took it and has no role in any rules. */
  roleless: readonly string[];
}) {
  const { row, isStale, verdicts, roleless } = props;
  const format = useFormat();
  return (
    <section className={css.pass} data-testid="pass" data-attempt={row.attempt} aria-label={whoText(row)}>
      <p className={css.head}>
        <b>{whoText(row)}</b>
        <span className={css.grey} data-testid="pass-decision">
          {decisionText(row.decision)}
        </span>
      </p>
      <p className={css.grey}>
        {whenText(row, format)}
        <br />
        {t('pass.foundBy', { rule: ruleText(row.rule) })}
        {roleless.length > 0 && ` ${t('pass.noRole', { names: roleless.join(', ') })}`}
        {isTimeless(row) && ` ${t('pass.noTime')}`}
        {isStale && (
          <>
            <br />
            {t('pass.asOf', { time: format.instant(row.seenAt) })}
          </>
        )}
      </p>
      <h4>
        {t('pass.audit')} <span>{countAnswers(row.audit, format.count)}</span>
      </h4>
      <ul className={css.audit}>
        {row.audit.map(({ check, answer, rests }) => (
          <li key={check} data-answer={answer}>
            <Icon name={icons[answer]} />
            <span>{checkText(check)}</span>
            <span className={css.grey}>{answerText(answer)}</span>
            <small>{restText(rests)}</small>
          </li>
        ))}
      </ul>
      {verdicts.toReversed().map((verdict) => (
        <VerdictLine key={verdict.at} verdict={verdict} />
      ))}
      {verdicts.every(({ hot }) => hot === undefined) && <HotQuestion row={row} />}
      <VerdictForm row={row} />
    </section>
  );
}

/** Decided, and nothing tells when. */
function isTimeless({ decision, decidedAt }: HandoffRow): boolean {
  return decidedAt === null && decision !== 'lapsed' && decision !== 'undecided';
}
