import { liveQuery } from 'dexie';
import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { openPlainDatabase, type PlainDatabase, type PlainDeal } from './database';
import { figuresOf, quarterOf, type Figures, type Period } from './figures';
import { Popup } from './Popup';

/** Which deals a popup reads for its figures. */
export type ReadDeals = (database: PlainDatabase, period: Period) => Promise<readonly PlainDeal[]>;

/** A popup of a live query and one render: the query starts before React does, in one read transaction. */
export function mountPopup(read: ReadDeals): void {
  const database = openPlainDatabase();
  const { deals, rates } = database;
  const period = quarterOf(Temporal.Now.plainDateISO().toString());
  const listeners = new Set<() => void>();
  let figures: Figures | undefined;

  liveQuery(() =>
    database.transaction('r', [deals, rates], () => Promise.all([read(database, period), rates.toArray()])),
  ).subscribe(([found, dated]) => {
    figures = figuresOf(found, dated, { period, currency: 'EUR' });
    for (const listener of listeners) listener();
  });

  function App() {
    const now = useSyncExternalStore(
      (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      () => figures,
    );
    return now === undefined ? null : <Popup figures={now} />;
  }

  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(<App />);
}
