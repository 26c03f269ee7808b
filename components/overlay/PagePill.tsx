import { useId, useRef, type MouseEvent } from 'react';
import type { ReaderState } from '../../lib/crm/reader-channel';
import { formatInstant } from '../../lib/i18n/format';
import { t } from '../../lib/i18n/i18n';
import type { Glance } from '../../lib/pipeline/glance';
import type { HandoffSight } from '../../lib/store/read-handoffs';
import { pageScope } from './page-scope';
import { PassPanel } from './PassPanel';
import { passText } from './pass-text';
import { PillPanel } from './PillPanel';
import { Said } from './Said';
import { sumText } from './sum-text';
import { whenTrusted } from './trusted';

/** Figures of the store: on their way, refused or failed, or there. */
export type PillFigures = Glance | 'loading' | 'failed';

export interface PagePillProps {
  readonly figures: PillFigures;
  /** The last pass of the deal that the page is about. */
  readonly pass?: HandoffSight | undefined;
  readonly state: ReaderState;
  readonly locale: string;
  /** Turning off did not work: the menu says so. */
  readonly hasFailed: boolean;
  readonly onHide: () => void;
  readonly onSiteOff: () => void;
  readonly onOpen: () => void;
  readonly onOpenDeal: () => void;
}

/** The page's own pill: the period's figures, how much of this page was read, and the way to be rid of it. */
export function PagePill(props: PagePillProps) {
  const { figures, pass, state, locale, hasFailed, onHide, onSiteOff, onOpen, onOpenDeal } = props;
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const known = typeof figures === 'object' && figures.deals > 0 ? figures : undefined;
  const won = known ? sumText(known.won, locale) : '–';
  const open = known ? sumText(known.open, locale) : '–';
  const scope = pageScope(state, locale);
  const unread = new Set(state.problems.map((problem) => problem.row)).size;
  const problems = unread > 0 ? t('overlay.unreadRows', unread, { n: String(unread) }) : undefined;
  const label = [t('overlay.won'), won, t('overlay.open'), open, scope, problems].filter(Boolean).join(', ');
  const pick = (act: () => void) =>
    whenTrusted<MouseEvent>(() => {
      menu.current?.hidePopover?.();
      act();
    });

  return (
    <>
      <div className="pill" role="group" aria-label={t('overlay.pill')}>
        <button type="button" className="main" popoverTarget={`${id}panel`} aria-label={label}>
          <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
            <rect x="5" y="2.5" width="10.5" height="4.8" rx="2.4" />
            <rect x=".5" y="8.7" width="10.5" height="4.8" rx="2.4" />
          </svg>
          <Figure label={t('overlay.won')} value={won} />
          <Figure label={t('overlay.open')} value={open} />
          <Said className="scope muted" text={scope} />
          {problems && (
            <span className="flag">
              <i className="tri" />
              <Said text={String(unread)} />
            </span>
          )}
        </button>
        {pass && (
          <button
            type="button"
            className={pass.isStale ? 'pass-btn muted' : 'pass-btn'}
            popoverTarget={`${id}pass`}
            aria-label={passLabel(pass, locale)}
          >
            <Said text={passText(pass.row, locale)} />
          </button>
        )}
        <button type="button" className="icon-btn" popoverTarget={`${id}menu`} aria-label={t('overlay.more')}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" />
          </svg>
        </button>
      </div>
      <div
        className="float panel"
        id={`${id}panel`}
        popover="auto"
        role="dialog"
        aria-label={t('overlay.pill')}
      >
        <PillPanel figures={figures} state={state} locale={locale} />
      </div>
      {pass && (
        <div
          className="float panel pass"
          id={`${id}pass`}
          popover="auto"
          role="dialog"
          aria-label={t('pass.audit')}
        >
          <PassPanel pass={pass} locale={locale} onOpen={whenTrusted<MouseEvent>(onOpenDeal)} />
        </div>
      )}
      <div
        className="float menu"
        id={`${id}menu`}
        popover="auto"
        role="dialog"
        aria-label={t('overlay.more')}
        ref={menu}
      >
        <button type="button" aria-label={t('overlay.openStafet')} onClick={pick(onOpen)}>
          <Said text={t('overlay.openStafet')} />
        </button>
        <hr />
        <button type="button" aria-label={t('overlay.hide')} onClick={pick(onHide)}>
          <Said text={t('overlay.hide')} />
        </button>
        <button
          type="button"
          data-testid="site-off"
          aria-label={t('overlay.siteOff')}
          onClick={whenTrusted<MouseEvent>(onSiteOff)}
        >
          <Said text={t('overlay.siteOff')} />
        </button>
        {hasFailed && (
          <p role="alert" aria-label={t('overlay.siteOffFailed')}>
            <Said text={t('overlay.siteOffFailed')} />
          </p>
        )}
      </div>
    </>
  );
}

/** What the pill says of a pass; one that was found before the deal was read last says so. */
function passLabel({ row, isStale }: HandoffSight, locale: string): string {
  const asOf = isStale ? [t('pass.asOf', { time: formatInstant(row.seenAt, locale) })] : [];
  return [passText(row, locale), ...asOf].join('. ');
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <span className="figure">
      <Said className="muted" text={label} />
      <Said className="strong" text={value} />
    </span>
  );
}
