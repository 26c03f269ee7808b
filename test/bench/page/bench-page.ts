import { launch } from '../../e2e/launch';
import type { Row } from '../row';
import { compareMinutes } from './compare-minutes';
import { compareRenders } from './compare-renders';
import { openLong, type ListKind } from './long-page';
import { serveLong } from './serve-long';

export interface PageBenchOptions {
  /** Folder of the built extension; where it is absent, the usual one. */
  readonly extension?: string;
  /** A few seconds and pairs instead of a minute and nine. */
  readonly quick?: boolean;
  readonly say?: (text: string) => void;
}

/**
 * What the extension costs a page with a long list: 2,000 rows of 12 columns in a table, and as many in a virtual list.
 * Two tabs show the same; one is read and drawn over, the other's origin is not granted. They take turns.
 */
export async function benchPage({ extension, quick = false, say = () => {} }: PageBenchOptions = {}): Promise<
  readonly Row[]
> {
  const read = await serveLong();
  const bare = await serveLong();
  const browser = await launch({
    hosts: [`${read.url}/*`],
    ...(extension === undefined ? {} : { extension }),
  });
  try {
    browser.outbound.allow(bare.url);
    const rows: Row[] = [];
    for (const kind of ['table', 'virtual'] satisfies ListKind[]) {
      const tabs = {
        on: await openLong(browser.context, read, kind),
        off: await openLong(browser.context, bare, kind),
      };
      say(`Playing on the ${kind}, in turns with and without the extension …`);
      rows.push(
        ...(await compareMinutes(
          kind,
          tabs,
          quick ? { seconds: 12, rounds: 2 } : { seconds: 60, rounds: 6 },
        )),
      );
      say(`Drawing the ${kind} anew …`);
      rows.push(...(await compareRenders(kind, tabs, { pairs: quick ? 3 : 11 })));
      await tabs.on.close();
      await tabs.off.close();
    }
    return rows;
  } finally {
    await browser.close();
    await read.close();
    await bare.close();
  }
}
