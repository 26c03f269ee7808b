/**
 * The text of a file: UTF-16 or UTF-8, by its mark or, without one, by where its zeros stand. The mark is no part of the
 * text. `undefined`: it is written in none of them, and which old code page it may be cannot be told.
 *
 * @example decodeText(new TextEncoder().encode('\uFEFFa;b')) // 'a;b'
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    // Zeros in what is otherwise sound: a spreadsheet's own file, or a picture.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Headings begin with letters, and those of most languages have a zero beside them in UTF-16.
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : 'utf-8';
}
