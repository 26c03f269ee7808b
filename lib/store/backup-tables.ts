/** Tables that a backup carries. Hosts and syncs are this browser's own and are not among them. */
export const backupTables = [
  'deals',
  'unidentified',
  'changes',
  'sightings',
  'leads',
  'stages',
  'people',
  'rates',
  'targets',
  'snapshots',
  'mappings',
  'process',
  'verdicts',
  'settings',
] as const;

export type BackupTable = (typeof backupTables)[number];
