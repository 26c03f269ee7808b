import { basename } from 'node:path';
import { builtFiles, firstScripts, gzipKiB, readManifest, scriptsFrom, type Target } from './built';

/** KiB after gzip, from the table of budgets. Each content script has its own; the overlay brings its CSS inside. */
export const CONTENT_SCRIPTS = {
  crm: 25,
  generic: 30,
  boxes: 15,
  named: 30,
  overlay: 30,
  sync: 30,
  teach: 30,
} as const;
export const WORKER = 60;
export const POPUP = 90;

/** What a browser loads at once for one part of the extension. */
export interface Bundle {
  readonly name: string;
  /** After gzip. */
  readonly KiB: number;
  /** The most it may weigh; absent where nothing is promised. */
  readonly budget?: number;
}

/** The file that the manifest names as service worker. */
export function workerFile(target: Target): string {
  return (readManifest(target)['background'] as { service_worker: string }).service_worker;
}

/** Dedicated workers that our own pages start: they are never put into a CRM's pages. */
export const PAGE_WORKERS: readonly string[] = ['forecast.js', 'handoffs.js', 'csv.js'];

/** Paths of the scripts that are put into a CRM's pages: all that are neither workers nor parts of our own pages. */
export function pageScripts(target: Target): readonly string[] {
  const worker = workerFile(target);
  return builtFiles(target).filter(
    (path) =>
      /^(?:content-scripts\/)?[^/]+\.js$/.test(path) && path !== worker && !PAGE_WORKERS.includes(path),
  );
}

/** Every content script, the worker, and what each page loads before it paints. */
export function bundlesOf(target: Target): readonly Bundle[] {
  const budgets: Readonly<Record<string, number>> = CONTENT_SCRIPTS;
  const scripts = pageScripts(target).map((path) => {
    const name = basename(path, '.js');
    return { name, KiB: gzipKiB(target, [path]), ...withBudget(budgets[name]) };
  });
  const pages = builtFiles(target).filter((path) => path.endsWith('.html'));
  return [
    ...scripts,
    { name: 'worker', KiB: gzipKiB(target, scriptsFrom(target, [workerFile(target)])), budget: WORKER },
    ...PAGE_WORKERS.map((path) => ({ name: basename(path, '.js'), KiB: gzipKiB(target, [path]) })),
    ...pages.map((page) => ({
      name: page.replace('.html', ''),
      KiB: gzipKiB(target, firstScripts(target, page)),
      ...withBudget(page === 'popup.html' ? POPUP : undefined),
    })),
  ];
}

function withBudget(budget: number | undefined): Pick<Bundle, 'budget'> {
  return budget === undefined ? {} : { budget };
}
