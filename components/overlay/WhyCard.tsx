import type { CSSProperties } from 'react';
import { t } from '../../lib/i18n/i18n';
import { Glyph } from './Glyph';
import { Said } from './Said';
import type { WhyLines } from './why-lines';

/** What the card beside a marker says: the values as read, whose the number is, and what is in doubt. */
export function WhyCard({ lines }: { readonly lines: WhyLines }) {
  const { face } = lines;
  return (
    <>
      <header>
        <h2 aria-label={lines.title}>
          <Said text={lines.title} />
        </h2>
        {face.kind === 'chance' ? (
          <Said className="odds" text={face.text} />
        ) : (
          <Said className="strong" text={face.kind === 'unknown' ? '–' : face.text} />
        )}
      </header>
      {face.kind === 'chance' && face.chance !== undefined && (
        <Chance chance={face.chance} text={face.text} />
      )}
      <ul className="facts">
        {lines.facts.map((fact) => (
          <li key={fact.label} aria-label={`${fact.label}: ${fact.value}`}>
            <Said className="label" text={fact.label} />
            <Said className={fact.isMissing ? 'value muted' : 'value'} text={fact.value} />
          </li>
        ))}
      </ul>
      {lines.warnings.map((warning) => (
        <p className="note" key={warning.text}>
          {warning.sign === 'problem' ? <i className="tri" /> : <Glyph kind="unknown" />}
          <Said text={warning.text} />
        </p>
      ))}
      <footer>
        <Said text={lines.footer} />
      </footer>
    </>
  );
}

function Chance({ chance, text }: { readonly chance: number; readonly text: string }) {
  // React types know no custom properties.
  const style = { '--p': `${chance * 100}%` } as CSSProperties;
  return (
    <>
      <div className="meter" style={style} />
      <p className="scale">
        <Said text={t('overlay.crmSays', { percent: text })} />
      </p>
    </>
  );
}
