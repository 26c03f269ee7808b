import { Component, type ReactNode } from 'react';
import { t } from '../../lib/i18n/i18n';
import { logFault } from '../../lib/log';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';

/** The one catch of a surface: a bug below it becomes a sentence with a way on, never a blank page. */
export class SurfaceBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    logFault('surface', error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Note
        tone="bad"
        role="alert"
        testid="error"
        title={t('error.surface')}
        actions={<Button onClick={() => location.reload()}>{t('error.reload')}</Button>}
      >
        {t('error.surfaceCure')}
      </Note>
    );
  }
}
