import type { CSSProperties } from 'react';
import { t } from '../../lib/i18n/i18n';
import type { DealFace } from './deal-face';
import { Glyph } from './Glyph';
import { Said } from './Said';
import { WhyCard } from './WhyCard';
import type { WhyLines } from './why-lines';

interface Props {
  readonly face: DealFace;
  /** Counts the rows that this marker has stood beside: a new row gets new nodes, for a part that moved would be a layout shift. */
  readonly turn: number;
  /** One marker of the page at a time can be reached with Tab; arrow keys lead to the others. */
  readonly isTabStop: boolean;
  /** The open card's text; closed where absent. */
  readonly why: WhyLines | undefined;
}

/** A row's marker and the card that explains it. Its events are handled by whoever made the root. */
export function MarkerView({ face, turn, isTabStop, why }: Props) {
  const style = { '--p': `${(face.chance ?? 0) * 100}%` } as CSSProperties; // React types know no custom properties.
  const classes = ['chip', face.kind === 'chance' ? '' : 'word', face.isUnbound ? 'doubt' : ''];
  return (
    <>
      <button
        key={turn}
        type="button"
        className={classes.filter(Boolean).join(' ')}
        aria-label={face.label}
        aria-expanded={why !== undefined}
        aria-haspopup="dialog"
        tabIndex={isTabStop ? 0 : -1}
      >
        {face.kind === 'chance' && <i className="baton" style={style} />}
        {face.kind !== 'chance' && !face.hasProblem && <Glyph kind={face.kind} />}
        {face.kind !== 'chance' && face.hasProblem && <i className="tri" />}
        <Said text={face.text} />
        {face.kind === 'chance' && face.hasProblem && <i className="tri" />}
      </button>
      <div
        className="float why"
        popover="hint"
        role="dialog"
        aria-label={t('overlay.whyTitle', { name: why?.title ?? '' })}
      >
        {why && <WhyCard lines={why} />}
      </div>
    </>
  );
}
