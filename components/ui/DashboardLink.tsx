import type { ComponentProps, MouseEvent } from 'react';
import { usePlatform } from '../hooks/platform';

/**
 * A link to a place in the dashboard. A plain click goes through the platform, because a popup cannot navigate
 * anywhere but inside itself; a modified or middle click is the browser's own.
 */
export function DashboardLink({ hash, ...rest }: ComponentProps<'a'> & { hash: string }) {
  const platform = usePlatform();
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void platform.openDashboard(hash);
  };
  return <a {...rest} href={`dashboard.html${hash}`} onClick={open} />;
}
