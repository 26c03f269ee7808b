import css from './Icon.module.css';

const paths = {
  panel:
    'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3zM10 3v10',
  out: 'M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3.5 8.5 3 3 6-7',
  help: 'M6 6.2a2 2 0 1 1 2.8 1.9c-.6.3-.8.6-.8 1.3M8 12h.01',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3 3',
  up: 'm4.5 7 3.5-3.5L11.5 7M8 3.5v9',
  descend: 'm4.5 9 3.5 3.5L11.5 9M8 12.5v-9',
} as const;

/** A line drawing; the control around it carries the name. */
export function Icon({ name, small = false }: { name: keyof typeof paths; small?: boolean }) {
  return (
    <svg className={small ? css.small : css.icon} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
