import type { Session } from './devtools';
import { evaluate, pause } from './evaluate';
import { urlOf } from './extension-copy';
import type { Chromium } from './start';
import { openPage, type OpenPage } from './targets';

/** A page of a CRM, and in it the world of an extension's content scripts. */
export interface ContentWorld {
  readonly page: OpenPage;
  readonly contextId: number;
}

interface ContextCreated {
  readonly context: { readonly id: number; readonly origin: string };
}

/** How often a page is opened anew until the extension has registered its reader and put it there. */
const TRIES = 40;

/** Opens an address that the extension of that name reads, and finds its content scripts' world there. */
export async function openContentWorld(
  chromium: Chromium,
  { name, url, program }: { readonly name: string; readonly url: string; readonly program: string },
): Promise<ContentWorld> {
  const origin = urlOf(name, '').replace(/\/$/, '');
  let contextId: number | undefined;
  const watch = async (page: Session): Promise<void> => {
    page.on('Runtime.executionContextsCleared', () => (contextId = undefined));
    page.on('Runtime.executionContextCreated', ({ context }: ContextCreated) => {
      if (context.origin === origin) contextId = context.id;
    });
    await page.send('Runtime.enable');
  };
  const page = await openPage(chromium, url, watch);
  for (let tries = 0; tries < TRIES; tries += 1) {
    await pause(500);
    if (contextId !== undefined) {
      await evaluate(page, program, contextId);
      return { page, contextId };
    }
    await page.send('Page.navigate', { url });
  }
  throw new Error(`${name} does not read ${url}.`);
}
