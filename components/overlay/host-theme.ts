export type Theme = 'light' | 'dark';

/**
 * Whether the page around an element is light or dark, by the first colour behind it that is not see-through.
 * A page that paints nothing is judged by its colour scheme.
 */
export function hostTheme(element: Element, view: Window): Theme {
  for (let at: Node | null = element; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (!(at instanceof Element)) continue;
    const light = lightness(view.getComputedStyle(at).backgroundColor);
    if (light !== undefined) return light < 0.5 ? 'dark' : 'light';
  }
  const scheme = view.getComputedStyle(view.document.documentElement).colorScheme;
  const prefersDark = view.matchMedia('(prefers-color-scheme: dark)').matches;
  return scheme.includes('dark') && (!scheme.includes('light') || prefersDark) ? 'dark' : 'light';
}

/**
 * Perceived lightness 0..1 of a computed colour; `undefined` where it is mostly see-through or in a notation not known.
 *
 * @example lightness('rgb(255, 255, 255)') // 1
 */
export function lightness(colour: string): number | undefined {
  const match = /^(rgba?|oklch|oklab|lch|lab|color)\((?:(srgb) )?(.+)\)$/.exec(colour);
  if (!match) return undefined;
  const [, notation = '', , rest = ''] = match;
  const parts = rest
    .split(/[\s,/]+/)
    .map((part) => (part.endsWith('%') ? Number.parseFloat(part) / 100 : Number(part)));
  const [first = NaN, second = NaN, third = NaN, alpha = 1] = parts;
  if (!Number.isFinite(first) || alpha < 0.5) return undefined;
  if (notation.startsWith('ok')) return first;
  if (notation === 'lab' || notation === 'lch') return first / (first > 1 ? 100 : 1);
  const scale = notation === 'color' ? 1 : 255;
  const [r, g, b] = [first, second, third].map((part) => linear(part / scale));
  const luminance = 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
  return Math.cbrt(luminance);
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
