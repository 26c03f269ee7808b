import type { Page } from '../adapter';

/** The cloud's hosts, and on any other host the address of a page of the application (facts.md 4.1). */
export function isDynamics({ url }: Pick<Page, 'url'>): boolean {
  return (
    /\.(?:crm\d*\.dynamics\.com|crm\.dynamics\.cn|crm\.microsoftdynamics\.us|crm\.appsplatform\.us)$/.test(
      url.hostname,
    ) ||
    (/\/main\.aspx$/i.test(url.pathname) && url.searchParams.has('pagetype'))
  );
}
