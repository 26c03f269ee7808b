const paths = {
  won: 'm1.5 5.5 2.5 2.5 5-6',
  lost: 'm2 2 6 6M8 2 2 8',
  open: 'M5 1.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z',
  unknown: 'M5 1.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z',
} as const;

/** The shape of a deal's outcome; a word stands beside it, or where there is no room for one in its card. */
export function Glyph({ kind }: { readonly kind: keyof typeof paths }) {
  return (
    <svg className={`glyph ${kind}`} viewBox="0 0 10 10" aria-hidden="true">
      <path d={paths[kind]} />
    </svg>
  );
}
