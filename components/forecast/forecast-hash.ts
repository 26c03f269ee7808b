import { segmentOfScope } from '../../lib/pipeline/scope/segment-of-scope';

/** The address of the view of the forecast: `#/forecast?scope=region%3ADACH`, or without a segment what the popup shows. */
export function forecastHash(segment: string | undefined): string {
  return segment === undefined
    ? '#/forecast'
    : `#/forecast?${new URLSearchParams({ scope: segment }).toString()}`;
}

/** The inverse of {@link forecastHash}: the scope of a segment. Any other scope is chosen for all surfaces, and not here. */
export function parseForecastHash(hash: string): string | undefined {
  const scope = new URLSearchParams(hash.split('?')[1] ?? '').get('scope');
  return scope !== null && segmentOfScope(scope) !== undefined ? scope : undefined;
}
