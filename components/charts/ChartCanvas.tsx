import type { Chart, ChartConfiguration } from 'chart.js';
import { useEffect, useRef } from 'react';
import css from './ChartCanvas.module.css';

/** Colours of the tokens, and the page's face, as they are now, in the theme in force. */
export interface ChartLook {
  readonly open: string;
  readonly won: string;
  readonly accent: string;
  readonly band: string;
  readonly bandEdge: string;
  readonly reference: string;
  readonly grid: string;
  readonly baseline: string;
  readonly text: string;
  readonly surface: string;
  /** What the chart stands on. */
  readonly ground: string;
  readonly onSurface: string;
  readonly font: string;
}

const tokens = {
  open: '--chart-open-3',
  won: '--won-mark',
  accent: '--accent',
  band: '--chart-band',
  bandEdge: '--chart-band-edge',
  reference: '--chart-reference',
  grid: '--chart-grid',
  baseline: '--chart-baseline',
  text: '--text-muted',
  surface: '--surface-float',
  ground: '--surface-1',
  onSurface: '--text',
} as const satisfies Record<Exclude<keyof ChartLook, 'font'>, string>;

/** Owns one Chart.js chart: loads the library on demand, redraws on new data and on a new theme, and clears up. */
export function ChartCanvas(props: { label: string; config: (look: ChartLook) => ChartConfiguration }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { config } = props;
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    let chart: Chart | undefined;
    let gone = false;
    const draw = async () => {
      const { drawChart } = await import('./draw-chart');
      if (gone) return;
      chart?.destroy();
      chart = drawChart(element, config(lookOf(element)));
    };
    void draw();
    const redraw = () => void draw();
    dark.addEventListener('change', redraw);
    return () => {
      gone = true;
      dark.removeEventListener('change', redraw);
      chart?.destroy();
    };
  }, [config]);
  return (
    <div className={css.frame}>
      <canvas ref={canvas} role="img" aria-label={props.label} />
    </div>
  );
}

/** A canvas knows no `light-dark()`: the browser resolves each token on a probe first. */
function lookOf(element: HTMLElement): ChartLook {
  const probe = document.createElement('i');
  element.parentElement?.append(probe);
  const resolve = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const look: ChartLook = {
    open: resolve(tokens.open),
    won: resolve(tokens.won),
    accent: resolve(tokens.accent),
    band: resolve(tokens.band),
    bandEdge: resolve(tokens.bandEdge),
    reference: resolve(tokens.reference),
    grid: resolve(tokens.grid),
    baseline: resolve(tokens.baseline),
    text: resolve(tokens.text),
    surface: resolve(tokens.surface),
    ground: resolve(tokens.ground),
    onSurface: resolve(tokens.onSurface),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return look;
}
