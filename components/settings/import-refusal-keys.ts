import type { ImportRefusal } from '../../lib/messages/protocol';

/** Message of each reason why a backup is refused; message keys allow no hyphen. */
export const importRefusalKeys = {
  'too-large': 'data.tooLarge',
  'too-many-rows': 'data.tooManyRows',
  'not-json': 'data.notJson',
  'not-a-backup': 'data.notABackup',
  'unknown-table': 'data.unknownTable',
  'bad-row': 'data.badRow',
  unsorted: 'data.unsorted',
} as const satisfies Record<ImportRefusal, string>;
