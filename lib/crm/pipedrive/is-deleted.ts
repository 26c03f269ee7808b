import type { Row } from './api';

/** Whether a deal is one no more, though it is listed. */
export function isDeleted({ is_deleted: isGone, status }: Row): boolean {
  return isGone === true || status === 'deleted';
}
