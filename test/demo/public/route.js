// @ts-check
import { LABELS } from './labels.js';
import { createFormat } from './format.js';

/**
 * What the address says: the page, its language and its way of writing dates.
 * @param {URL} url
 */
export function routeOf(url) {
  const stated = url.searchParams.get('lang');
  const lang = stated === 'da' || stated === 'de' ? stated : 'en';
  const dates = url.searchParams.get('dates') === 'iso' ? 'iso' : undefined;
  const id = /^\/deals\/([^/]+)$/.exec(url.pathname)?.[1];
  return {
    id: id === undefined ? undefined : decodeURIComponent(id),
    lang,
    labels: LABELS[lang],
    format: createFormat(lang, dates === 'iso'),
    params: url.searchParams,
    /**
     * An address in this CRM that keeps language and dates.
     * @param {string} path
     * @param {Record<string, string | undefined>} [query]
     */
    href(path, query = {}) {
      const params = new URLSearchParams();
      for (const [name, value] of Object.entries({ ...query, dates })) if (value) params.set(name, value);
      const language = query.lang ?? lang;
      if (language === 'en') params.delete('lang');
      else params.set('lang', language);
      return params.size === 0 ? path : `${path}?${params}`;
    },
  };
}

/** @typedef {ReturnType<typeof routeOf>} Route */

/**
 * Goes to an address of this CRM without loading the page anew.
 * @param {string} href
 */
export function go(href) {
  history.pushState(null, '', href);
  dispatchEvent(new PopStateEvent('popstate'));
}
