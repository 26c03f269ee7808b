/**
 * Digest of plain values, 16 hexadecimal digits: equal values have equal digests whatever the order of their keys,
 * and a key that is `undefined` counts as absent. `null` is a value; so are `1` and `"1"`, and they differ.
 *
 * For telling "unchanged" from "changed" on one's own machine, where nobody gains by a collision: not a security
 * hash. The odds that any two of a million different contents share a digest are about 1 in 37 million.
 *
 * @param without Names that do not count, in the values' outermost object.
 * @throws TypeError for what is no plain data (functions, symbols, bigints) and for numbers that are not finite.
 * @example contentHash({ a: 1, b: null }) === contentHash({ b: null, a: 1, c: undefined }) // true
 */
export function contentHash(values: unknown, without?: ReadonlySet<string>): string {
  const text = canonical(values, without);
  let low = 0x811c9dc5;
  let high = 0x2f0b4c47;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    // Other multiplier, other order of steps: the two halves must not collide together.
    high = Math.imul((high << 13) | (high >>> 19), 0x85ebca6b) + unit;
  }
  return hex(scramble(low ^ text.length)) + hex(scramble(high ^ low));
}

/** Built up in loops: every deal that is read passes here. */
function canonical(value: unknown, without?: ReadonlySet<string>): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`no digest for ${typeof value}`);
  let text = '';
  if (Array.isArray(value)) {
    for (let nth = 0; nth < value.length; nth += 1)
      text += (nth === 0 ? '' : ',') + canonical(value[nth] ?? null);
    return `[${text}]`;
  }
  // By code unit: the order must not hang on a language.
  for (const name of Object.keys(value).sort()) {
    if (without?.has(name) === true) continue;
    const item = (value as Record<string, unknown>)[name];
    if (item !== undefined) text += `${text === '' ? '' : ','}${quoted(name)}:${canonical(item)}`;
  }
  return `{${text}}`;
}

/** Names as they are written, for there are few of them, again and again. */
const names = new Map<string, string>();

function quoted(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  // No data of a page fill up the memory.
  if (names.size > 1000) names.clear();
  const text = JSON.stringify(name);
  names.set(name, text);
  return text;
}

/** Spreads every bit of a half over the whole half. */
function scramble(half: number): number {
  let bits = half;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return bits ^ (bits >>> 16);
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
