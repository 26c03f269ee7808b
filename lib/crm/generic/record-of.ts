import type { Mapping } from '../../deal/mapping';
import type { Page } from '../adapter';
import { dealIdOf, lastIdOf } from './deal-id';
import { subjectOfUrl } from './page-subject';
import { taughtView } from './taught';

/** Which deal's record an address is. */
export interface RecordAddress {
  readonly id: string;
  /** What the user has said of such records. */
  readonly mapping: Mapping | undefined;
}

/** The deal that the page's address names as a record; of addresses that the user has taught one with any id does. */
export function recordOf(page: Pick<Page, 'url' | 'mappings'>): RecordAddress | undefined {
  const mapping = taughtView(page, 'record');
  const id =
    (subjectOfUrl(page.url) === 'deals' ? dealIdOf(page.url) : undefined) ??
    (mapping === undefined ? undefined : lastIdOf(page.url));
  return id === undefined ? undefined : { id, mapping };
}
