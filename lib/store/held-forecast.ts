import { browser } from 'wxt/browser';
import type { ForecastGlance } from '../pipeline/forecast-glance';

/** Where the last forecast is left for popup and badge: a name in `storage.local`. */
export const heldForecastName = 'forecast';

interface Held {
  /** Version of the extension that made it: another one may mean other things. */
  readonly madeBy: string;
  readonly forecast: ForecastGlance;
}

/** Leaves a forecast to be painted first, by whatever surface opens next. */
export async function holdForecast(forecast: ForecastGlance): Promise<void> {
  const held: Held = { madeBy: browser.runtime.getManifest().version, forecast };
  await browser.storage.local.set({ [heldForecastName]: held });
}

/** Takes away what was left. */
export async function dropForecast(): Promise<void> {
  await browser.storage.local.remove(heldForecastName);
}

/** The last forecast; `undefined` where none is left, or another version of the extension has left it. */
export async function heldForecast(): Promise<ForecastGlance | undefined> {
  const found = await browser.storage.local.get<Record<string, Held | undefined>>(heldForecastName);
  const held = found[heldForecastName];
  return held?.madeBy === browser.runtime.getManifest().version ? held.forecast : undefined;
}
