/** What went wrong, in words that hold no deal text: names of places and kinds of errors only. */
export interface LogEntry {
  readonly where: string;
  readonly what: string;
}

/**
 * Reports a fault of ours to the extension's own console. The message of an error may quote a page's text,
 * so only its name and its first stack line within the extension are kept.
 */
export function logFault(where: string, error: unknown): LogEntry {
  const entry = { where, what: describe(error) };
  console.warn(`stafet: ${entry.where}: ${entry.what}`);
  return entry;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = /\b((?:background|chunks|content-scripts)[\w/.-]*\.js:\d+:\d+)/.exec(error.stack ?? '')?.[1];
  return place === undefined ? error.name : `${error.name} at ${place}`;
}
