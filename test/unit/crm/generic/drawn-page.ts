import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';

export interface Drawn {
  readonly path?: string;
  readonly title?: string;
  readonly lang?: string;
}

/** What is made of a page that has stood for a minute. */
export function resultOf(main: string, { path = '/deals', title = '', lang = '' }: Drawn = {}) {
  const document = new DOMParser().parseFromString(
    `<html lang="${lang}"><title>${title}</title><main>${main}</main></html>`,
    'text/html',
  );
  const page = {
    document,
    url: new URL(path, 'https://crm.example.com'),
    locale: 'en',
    ended: new AbortController().signal,
  };
  atOnce(generic.read({ ...page, now: '2027-03-01T12:00:00Z' }));
  return atOnce(generic.read({ ...page, now: '2027-03-01T12:01:00Z' }));
}

/** What is read of it, as short texts. */
export function readDrawn(main: string, drawn: Drawn = {}): string[] {
  const result = resultOf(main, drawn);
  if (result.kind !== 'read') return [result.kind];
  return result.deals.map(({ read: { id = '–', values } }) => {
    const { name, stage, outcome, amount, closeOn, owner } = values;
    const money = amount && `${amount.decimal} ${amount.currency ?? amount.symbol ?? ''}`.trim();
    return [id, name, stage, outcome, money, closeOn, owner].map((one) => one ?? '–').join(' | ');
  });
}

/** What is said not to be read: its code and field. */
export function flaggedOf(main: string, drawn: Drawn = {}): string[] {
  const result = resultOf(main, drawn);
  return result.kind === 'read'
    ? result.problems.map(({ code, field = '–', row }) => `${row}: ${code} ${field}`)
    : [];
}
