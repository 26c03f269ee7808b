import type { SyncState } from '../../lib/messages/views';

/** Why a sync stopped, and what to do; message keys allow no hyphen. */
export const syncStopKeys = {
  'signed-out': 'sync.signedOut',
  forbidden: 'sync.forbidden',
  busy: 'sync.busy',
  offline: 'sync.offline',
  'layout-unknown': 'sync.layoutUnknown',
  refused: 'sync.refused',
  'access-changed': 'sync.accessChanged',
  cancelled: 'sync.cancelled',
  interrupted: 'sync.interrupted',
  'not-begun': 'sync.notBegun',
} as const satisfies Record<NonNullable<SyncState['stop']>, string>;
