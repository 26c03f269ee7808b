import type { BackupHeader, BackupTableRows } from './backup';

const chunkLength = 64 * 1024;

/**
 * A backup as JSON text, in pieces of about 64 K characters, so that no table is ever in memory as a whole:
 * `{"stafet":1,"exportedAt":"…","tables":{"deals":[…],"changes":[…]}}`. One row a line, for whoever opens it.
 *
 * @param tables In the order in which they are written; each is read only when its turn has come.
 * @throws Error where two tables have one name: the reader would see only the second.
 */
export async function* backupChunks(
  header: BackupHeader,
  tables: Iterable<BackupTableRows>,
): AsyncGenerator<string, void, void> {
  const { stafet, exportedAt } = header;
  const names = new Set<string>();
  let text = `${JSON.stringify({ stafet, exportedAt }).slice(0, -1)},"tables":{`;
  for (const [name, rows] of tables) {
    if (names.has(name)) throw new Error(`two tables of the name ${name} in one backup`);
    text += `${names.size === 0 ? '' : ','}\n${JSON.stringify(name)}:[`;
    names.add(name);
    let isFirst = true;
    for await (const row of rows) {
      text += `${isFirst ? '' : ','}\n${JSON.stringify(row)}`;
      isFirst = false;
      if (text.length < chunkLength) continue;
      yield text;
      text = '';
    }
    text += ']';
  }
  yield `${text}}}\n`;
}
