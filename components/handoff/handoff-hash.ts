import type { PassFilter } from '../../lib/handoff/is-chosen';
import { LEADS_SHOWN, type LeadsShown } from '../../lib/handoff/leads/leads-shown';
import { SHOWN, type Shown } from '../../lib/handoff/passes-shown';

/** What the hash of the view Handoffs says. */
export interface HandoffChoice {
  /** First day of a period, or `12m`; absent: the present period. */
  readonly period?: string;
  readonly filter: PassFilter;
  /** The figure whose passes are open, and of whom, which month and which reason. */
  readonly show?: Shown;
  readonly of: PassFilter;
  readonly month?: string;
  readonly reason?: string;
  /** The figure of leads that is open, in place of one of handoffs. */
  readonly leads?: LeadsShown;
  readonly by?: 'source' | 'channel';
  /** Its source or channel; empty: those of which none is said. */
  readonly name?: string;
}

const names = ['sdr', 'ae', 'person', 'team', 'source'] as const satisfies readonly (keyof PassFilter)[];

/** `#/handoffs?period=2026-04-01&sdr=Ida+Krog`; of a figure's passes `show=accepted&of.ae=…`. */
export function handoffHash(choice: HandoffChoice): string {
  const { period, filter, show, of, month, reason, leads, by, name: named } = choice;
  const query = new URLSearchParams();
  const set = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') query.set(name, value);
  };
  set('period', period);
  for (const name of names) set(name, filter[name]);
  if (show !== undefined) {
    set('show', show);
    for (const name of names) set(`of.${name}`, of[name]);
    set('month', month);
    set('reason', reason);
  }
  if (leads !== undefined) {
    set('leads', leads);
    set('by', by);
    if (by !== undefined) query.set('name', named ?? '');
    set('month', month);
  }
  const text = query.toString();
  return text === '' ? '#/handoffs' : `#/handoffs?${text}`;
}

/** The inverse of {@link handoffHash}; what is not understood is left out. */
export function parseHandoffHash(hash: string): HandoffChoice {
  const query = new URLSearchParams(hash.split('?')[1] ?? '');
  const text = (name: string) => query.get(name) || undefined;
  const matching = (name: string, shape: RegExp) =>
    shape.test(query.get(name) ?? '') ? text(name) : undefined;
  const choice = {
    period: matching('period', /^(?:12m|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$/),
    filter: filterOf(text, ''),
    show: SHOWN.find((one) => one === query.get('show')),
    of: filterOf(text, 'of.'),
    month: matching('month', /^\d{4}-(?:0[1-9]|1[0-2])$/),
    reason: text('reason'),
    leads: LEADS_SHOWN.find((one) => one === query.get('leads')),
    by: (['source', 'channel'] as const).find((one) => one === query.get('by')),
    name: query.get('name') ?? undefined,
  };
  // Absent and undefined are two things under exactOptionalPropertyTypes; only what is there goes on.
  return present(choice) as HandoffChoice;
}

function filterOf(text: (name: string) => string | undefined, prefix: string): PassFilter {
  return present(Object.fromEntries(names.map((name) => [name, text(prefix + name)])));
}

function present(of: object): object {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));
}
