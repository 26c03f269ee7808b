/** A CRM's interface on another host than its pages: only the worker can ask it, with the session that the browser has there. */
export interface OtherHost {
  readonly origin: string;
  /** The cookie that holds the session. */
  readonly cookie: string;
  /** Paths that only read. */
  readonly reads: RegExp;
}

/**
 * The other host of a page's CRM; `undefined` where it has none. Salesforce alone has one (facts.md 1.1, 1.3).
 *
 * @example otherHostOf(new URL('https://acme.lightning.force.com/'))?.origin // 'https://acme.my.salesforce.com'
 */
export function otherHostOf({ protocol, hostname }: URL): OtherHost | undefined {
  const name = /^([\w-]+(?:\.[\w-]+)*)\.lightning\.force\.com$/.exec(hostname)?.[1];
  if (name === undefined || protocol !== 'https:') return undefined;
  return {
    origin: `https://${name}.my.salesforce.com`,
    cookie: 'sid',
    reads: /^\/services\/data\/v66\.0\/(?:$|query\/|sobjects\/Opportunity\/describe$)/,
  };
}

/** Whether a match pattern, or an origin, is of such a host: nothing is read on its pages. */
export function isOtherHost(pattern: string): boolean {
  return /^https:\/\/[^/]+\.my\.salesforce\.com(?:\/|$)/.test(pattern);
}
