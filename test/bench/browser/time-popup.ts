import { until } from './evaluate';
import { idOf, urlOf } from './extension-copy';
import type { Chromium } from './start';
import { closeTarget, workerOf } from './targets';

/**
 * How a popup is opened. `popup`: over the tab; from its service worker where that runs, else with a click on the toolbar
 * button, which needs none. `tab`: the same page in a tab.
 */
export interface Opening {
  readonly name: string;
  readonly page: string;
  readonly as: 'popup' | 'tab';
  readonly state: 'warm' | 'cold';
}

export interface Painted {
  /** From the start of the navigation until the last of the figures was presented, in milliseconds. */
  readonly paintedMs: number;
  /** Won, open and weighted, in minor units. */
  readonly minor: readonly number[];
}

const REPORT = 'stafet-bench ';

/** Opens a popup, with no debugger near it, waits until its figures are painted, and closes it. */
export async function timePopup(chromium: Chromium, opening: Opening): Promise<Painted> {
  const { name, page } = opening;
  const url = urlOf(name, page);
  const find = async () => {
    const { targetInfos } = await chromium.send('Target.getTargets');
    return targetInfos.find((target) => target.url === url);
  };
  try {
    await open(chromium, opening, url);
    const report = await until(async () => {
      const title = (await find())?.title ?? '';
      return title.startsWith(REPORT) ? title.slice(REPORT.length) : undefined;
    }, `${name} has not painted its figures`);
    // Written by the probe.
    return JSON.parse(report) as Painted;
  } finally {
    const target = await find();
    if (target !== undefined) await closeTarget(chromium, target.targetId);
  }
}

async function open(chromium: Chromium, { name, as, state }: Opening, url: string): Promise<void> {
  if (as === 'tab') {
    await chromium.send('Target.createTarget', { url });
  } else if (state === 'warm') {
    const worker = await workerOf(chromium, name);
    await worker.send('Runtime.evaluate', { expression: 'void chrome.action.openPopup()' });
  } else {
    await chromium.send('Extensions.triggerAction', { id: idOf(name), targetId: chromium.tabId });
  }
}
