import type { CSSProperties } from 'react';
import { t } from '../../lib/i18n/i18n';
import type { DealFace } from './deal-face';
import { Glyph } from './Glyph';
import { markerWidth, smallWidth } from './marker-size';
import { Said } from './Said';
import { WhyCard } from './WhyCard';
import type { WhyLines } from './why-lines';

interface Props {
  readonly face: DealFace;
  /** Counts the rows that this marker has stood beside: a new row gets new nodes, for a part that moved would be a layout shift. */
  readonly turn: number;
  /** Its sign alone, where there is no room for its text. */
  readonly isSmall: boolean;
  /** One marker of the page at a time can be reached with Tab; arrow keys lead to the others. */
  readonly isTabStop: boolean;
  /** The open card's text; closed where absent. */
  readonly why: WhyLines | undefined;
}

/** A row's marker and the card that explains it. Its events are handled by whoever made the root. */
export function MarkerView({ face, turn, isSmall, isTabStop, why }: Props) {
  const width = isSmall ? smallWidth : markerWidth(face);
  // React types know no custom properties.
  const style = { '--p': `${(face.chance ?? 0) * 100}%`, '--width': `${width}px` } as CSSProperties;
  // Doubt comes before everything else where there is room for one sign only.
  const isSignOfProblem = face.hasProblem && (isSmall || face.kind !== 'chance');
  const classes = ['chip', face.isUnbound ? 'doubt' : ''];
  return (
    <>
      <button
        key={turn}
        type="button"
        className={classes.filter(Boolean).join(' ')}
        style={style}
        aria-label={face.label}
        aria-expanded={why !== undefined}
        aria-haspopup="dialog"
        tabIndex={isTabStop ? 0 : -1}
      >
        {isSignOfProblem && <i className="tri" />}
        {!isSignOfProblem && face.kind === 'chance' && <i className="baton" />}
        {!isSignOfProblem && face.kind !== 'chance' && <Glyph kind={face.kind} />}
        {!isSmall && <Said text={face.text} />}
        {!isSmall && face.kind === 'chance' && face.hasProblem && <i className="tri" />}
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
