import { parseEdit } from './patch';
import { PEOPLE, STAGES } from './people';
import { isSort, VIEWS, type Query, type Store, type View } from './store';

const PAGE_SIZE = 25;
const MAX_PAGE_SIZE = 500;

export interface Call {
  readonly method: string;
  readonly url: URL;
  /** The parsed JSON body of a PATCH. */
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

export interface ApiOptions {
  readonly today: string;
  /** Milliseconds; what an edit is stamped with. */
  readonly now: () => number;
}

/** Answers a call of the JSON interface under `/api/`. */
export function answer(store: Store, call: Call, { today, now }: ApiOptions): Answer {
  const [, , what = '', id, part, ...more] = call.url.pathname.split('/');
  if (more.length > 0) return failed(404, 'not found');
  if (what === 'deals' && id !== undefined) return answerDeal(store, { ...call, id, part, now });
  if (id !== undefined) return failed(404, 'not found');
  if (call.method !== 'GET') return failed(405, 'only GET');

  switch (what) {
    case 'people':
      return { status: 200, json: { people: PEOPLE, me: 'signe' } };
    case 'stages':
      return { status: 200, json: { stages: STAGES } };
    case 'deals': {
      const query = parseQuery(call.url.searchParams);
      if (query === undefined) return failed(400, 'view, page, size or sort is not valid');
      return { status: 200, json: { ...store.list(query), size: query.size, today } };
    }
    default:
      return failed(404, 'not found');
  }
}

interface DealCall extends Call {
  readonly id: string;
  readonly part: string | undefined;
  readonly now: () => number;
}

function answerDeal(store: Store, { method, id, part, body, now }: DealCall): Answer {
  const deal = store.get(id);
  if (deal === undefined) return failed(404, 'no such deal');
  if (part === 'history') {
    return method === 'GET' ? { status: 200, json: { changes: store.history(id) } } : failed(405, 'only GET');
  }
  if (part !== undefined) return failed(404, 'not found');
  if (method === 'GET') return { status: 200, json: deal };
  if (method !== 'PATCH') return failed(405, 'only GET and PATCH');
  const parsed = parseEdit(body);
  if (parsed.kind === 'invalid') return failed(400, parsed.error);
  return { status: 200, json: store.edit(deal, parsed.edit, now()) };
}

function parseQuery(params: URLSearchParams): Query | undefined {
  const view = params.get('view') ?? 'open';
  const page = wholeNumber(params.get('page') ?? '1');
  const size = wholeNumber(params.get('size') ?? String(PAGE_SIZE));
  const sort = params.get('sort');
  if (
    !isView(view) ||
    (sort !== null && !isSort(sort)) ||
    page === undefined ||
    size === undefined ||
    size > MAX_PAGE_SIZE
  )
    return undefined;
  return { view, page, size, words: params.get('q') ?? '', ...(sort === null ? {} : { sort }) };
}

function isView(text: string): text is View {
  return (VIEWS as readonly string[]).includes(text);
}

function wholeNumber(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

function failed(status: number, error: string): Answer {
  return { status, json: { error } };
}
