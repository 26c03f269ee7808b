import type { ReaderChannel, ReaderState } from '../../lib/crm/reader-channel';
import { formatCount } from '../../lib/i18n/format';
import type { Refusal } from '../../lib/messages/protocol';
import type { Glance } from '../../lib/pipeline/glance';
import type { HandoffSight } from '../../lib/store/read-handoffs';
import { createClips } from './clips';
import { createPill, type Pill } from './create-pill';
import { dealInView } from './deal-in-view';
import { createFrames } from './frames';
import { hostTheme } from './host-theme';
import { addLayer } from './layer';
import { createMarkerSet } from './marker-set';
import type { PillFigures } from './PagePill';
import { type PassReply, watchPass } from './watch-pass';

export interface OverlayOptions {
  readonly document: Document;
  readonly channel: ReaderChannel;
  /** Figures of the store, asked for at the start and whenever the page's deals have been stored. */
  readonly figures: () => Promise<Glance | Refusal>;
  /** Turns the overlay off on this site; the overlay goes once it is done. */
  readonly onSiteOff: () => Promise<void>;
  /** The last pass of a deal, asked for on its record page, as {@link watchPass} says. */
  readonly handoff: (tenant: string, key: string) => Promise<PassReply>;
  /** Opens the dashboard, at a deal where one is named. */
  readonly onOpen: (deal?: string) => void;
  readonly locale: string;
  /** Takes the overlay off the page, with everything that it listens to. */
  readonly signal: AbortSignal;
}

/**
 * Lays the overlay over a CRM page: a marker beside every deal row that can be seen, and the page's pill. Nothing of
 * the page is written to; all of it lives in one layer beside the page's tree.
 */
export function mountOverlay({
  document,
  channel,
  figures,
  handoff,
  onSiteOff,
  onOpen,
  locale,
  signal: outer,
}: OverlayOptions): void {
  const view = document.defaultView;
  if (!view || outer.aborted || channel.ended.aborted) return;
  const own = new AbortController();
  const signal = AbortSignal.any([outer, channel.ended, own.signal]);
  const layer = addLayer(document, signal);
  if (!layer) return;

  let state = channel.current();
  let shown: PillFigures = 'loading';
  let pass: HandoffSight | undefined;
  let hasFailed = false;
  let hiddenOn: string | undefined;
  let pill: Pill | undefined;
  signal.addEventListener('abort', () => pill?.remove(), { once: true });

  const clips = createClips(view, (scroller) => frames.follow(scroller));
  let isDressed = false;
  const frames = createFrames({
    view,
    probe: layer.element,
    signal,
    jobs: {
      frame: (isCalm) => {
        markers.frame(isCalm);
        if (!isDressed) dress();
      },
      cover: () => markers.doubt(),
      tick: () => {
        layer.keep();
        markers.audit();
        isDressed = false;
      },
    },
  });
  const markers = createMarkerSet({
    layer: layer.element,
    carry: layer.carry,
    clips,
    locale,
    goOn: frames.goOn,
    signal,
  });
  channel.onChange(frames.drawn, signal);

  const dress = (): void => {
    const theme = hostTheme(markers.firstAnchor() ?? document.body, view);
    if (layer.element.dataset['theme'] !== theme) layer.element.dataset['theme'] = theme;
    isDressed = true;
  };

  const draw = (): void => {
    const isShown = state.view !== undefined && hiddenOn === undefined;
    if (!isShown) {
      pill?.remove();
      pill = undefined;
      return;
    }
    pill ??= createPill(layer.element);
    pill.draw({
      figures: shown,
      pass: pass?.row.deal === dealInView(state)?.key ? pass : undefined,
      state,
      locale,
      hasFailed,
      onHide: () => {
        hiddenOn = pageOf(state, document);
        markers.reconcile(undefined);
        draw();
      },
      onSiteOff: () => {
        onSiteOff().then(
          () => own.abort(),
          () => {
            hasFailed = true;
            draw();
          },
        );
      },
      onOpen: () => onOpen(),
      onOpenDeal: () => onOpen(dealInView(state)?.key),
    });
  };

  let asked = 0;
  let lastDeal: string | undefined;
  const ask = async (): Promise<void> => {
    const mine = ++asked;
    // A refusal and a silent worker come to the same: no figures, and the pill says so.
    const reply = await figures().catch(() => undefined);
    if (signal.aborted || mine !== asked) return;
    shown = reply === undefined || 'refused' in reply ? 'failed' : reply;
    draw();
    await askPass();
  };

  /** What the deal of a record page has behind it; without an answer the pill says nothing of it. */
  const askPass = watchPass({
    view,
    ask: () => {
      const deal = dealInView(state);
      return deal && handoff(deal.tenant, deal.key);
    },
    show: (sight) => {
      pass = sight;
      draw();
    },
    signal,
  });

  let isNews = false;
  let isTaking = false;
  /** In a task of its own: the reader has used up the one in which it tells. */
  const take = (next: ReaderState): void => {
    isNews ||= next.stored && !state.stored;
    state = next;
    if (!isTaking) view.setTimeout(show);
    isTaking = true;
  };
  const show = (): void => {
    isTaking = false;
    if (signal.aborted) return;
    if (hiddenOn !== undefined && hiddenOn !== pageOf(state, document)) hiddenOn = undefined;
    markers.reconcile(hiddenOn === undefined && state.view !== undefined ? state : undefined);
    isDressed = false;
    draw();
    const deal = dealInView(state)?.key;
    if ((isNews || (deal !== undefined && deal !== lastDeal)) && state.view !== undefined) void ask();
    lastDeal = deal;
    isNews = false;
  };

  // A page's first number format costs some 20 ms of its own, so it gets a task of its own.
  view.setTimeout(() => {
    formatCount(0, locale);
    view.setTimeout(() => {
      if (signal.aborted) return;
      channel.subscribe(take, signal);
      take(channel.current());
      void ask();
    });
  });
}

/** What "this page" means to somebody who hid the overlay on it: sorting or paging does not make it another. */
function pageOf(state: ReaderState, document: Document): string {
  return `${document.location.pathname} ${state.tenant?.tenant} ${state.view?.kind} ${state.view?.name}`;
}
