import type { Page } from './adapter';
import type { PlacedRecord } from './layout';

/** The record of a page of which no more is known than that its values have labels. */
export function labelledRecord({ document }: Pick<Page, 'document'>, id: string, url: string): PlacedRecord {
  const element = document.querySelector('main,[role=main]') ?? document.body;
  const heading = element.querySelector('h1');
  return { id, url, element, ...(heading === null ? {} : { heading }), values: 'labelled' };
}
