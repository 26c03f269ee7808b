import type { DevTools, Session } from './devtools';
import { pause, until } from './evaluate';
import { idOf } from './extension-copy';
import type { Chromium } from './start';

/** A tab that the debugger speaks to. */
export interface OpenPage extends Session {
  readonly close: () => Promise<void>;
}

/** Opens a tab with the debugger attached before anything is loaded; `before` may prepare it. */
export async function openPage(
  chromium: DevTools,
  url: string,
  before: (page: Session) => Promise<unknown> = async () => {},
): Promise<OpenPage> {
  const { targetId } = await chromium.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true });
  const page = chromium.session(sessionId);
  await page.send('Page.enable');
  await before(page);
  await page.send('Page.navigate', { url });
  return { ...page, close: () => closeTarget(chromium, targetId) };
}

/** The extension's service worker, started where it does not run. */
export async function workerOf(chromium: Chromium, name: string): Promise<Session> {
  const target = await until(async () => {
    const running = await findWorker(chromium, name);
    if (running !== undefined) return running;
    await chromium.tab
      .send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${idOf(name)}/` })
      .catch(() => {});
    return undefined;
  }, `The worker of ${name} does not start`);
  const { sessionId } = await chromium.send('Target.attachToTarget', { targetId: target, flatten: true });
  return chromium.session(sessionId);
}

/** Stops every service worker and waits until no process of an extension is left: `floor` renderers remain. */
export async function stopWorkers(chromium: Chromium, floor: number): Promise<void> {
  await chromium.tab.send('ServiceWorker.stopAllWorkers');
  await until(
    async () => ((await renderers(chromium)) <= floor ? true : undefined),
    'The processes of the extensions do not end',
  );
}

/** How many processes show pages or run workers. */
export async function renderers(chromium: DevTools): Promise<number> {
  const { processInfo } = await chromium.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').length;
}

/** Closes a tab or popup and waits until it is gone. */
export async function closeTarget(chromium: DevTools, targetId: string): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    const stop = chromium.on('Target.targetDestroyed', (event: { targetId: string }) => {
      if (event.targetId !== targetId) return;
      stop();
      resolve();
    });
  });
  await chromium.send('Target.closeTarget', { targetId });
  await gone;
}

/**
 * Waits until the browser's processes together have used less than a twentieth of one processor for a second: whatever
 * an extension does after its start or after a write is then done.
 */
export async function quiet(chromium: DevTools, patienceMs = 600_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let before = await cpuSeconds(chromium);
  let calm = 0;
  while (calm < 2) {
    await pause(500);
    const now = await cpuSeconds(chromium);
    calm = now - before < 0.025 ? calm + 1 : 0;
    before = now;
    if (Date.now() > deadline) throw new Error('The browser does not come to rest.');
  }
}

async function cpuSeconds(chromium: DevTools): Promise<number> {
  const { processInfo } = await chromium.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function findWorker(chromium: DevTools, name: string): Promise<string | undefined> {
  const { targetInfos } = await chromium.send('Target.getTargets');
  const start = `chrome-extension://${idOf(name)}/`;
  return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(start))?.targetId;
}
