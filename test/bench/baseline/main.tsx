import { mountPopup } from './mount-popup';

/*
 * The popup that one writes who knows Dexie well: only the deals that are in a figure, by index. With a third of the
 * deals open that takes a little over half the time of reading them all.
 */
mountPopup(async ({ deals }, { start, end }) => {
  const [open, won] = await Promise.all([
    deals.where('outcome').equals('open').toArray(),
    deals.where('[outcome+closedOn]').between(['won', start], ['won', end]).toArray(),
  ]);
  return [...open, ...won];
});
