import type { Figures } from './figures';

const money = (minor: number, currency: string, options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat('en', { style: 'currency', currency, ...options }).format(minor / 100);
const count = new Intl.NumberFormat('en');

/** The same figures as Stafet's popup, as plainly as they can be painted. */
export function Popup({ figures }: { figures: Figures }) {
  const { won, open, weighted, top, currency, oldestSeenAt } = figures;
  const compact = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  return (
    <main>
      {Object.entries({ won, open, weighted }).map(([name, { minor, n }]) => (
        <p key={name}>
          {name}, {count.format(n)} deals:{' '}
          <a href={`#${name}`} data-testid={name} data-minor={minor} title={money(minor, currency, {})}>
            {money(minor, currency, compact)}
          </a>
        </p>
      ))}
      <ul>
        {top.map((deal) => (
          <li key={deal.id}>
            <a href={`#${deal.id}`}>
              {deal.name}, {deal.stage}, {deal.closeOn}, {deal.owner}:{' '}
              {money(deal.amountMinor ?? 0, deal.currency, compact)}
            </a>
          </li>
        ))}
      </ul>
      <p>
        {count.format(open.n)} open deals read, the oldest {oldestSeenAt.slice(0, 10)}
      </p>
    </main>
  );
}
