import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, SyncPage, SyncSession, SyncWay } from '../../../../lib/crm/adapter';
import { makeFetchJson } from '../../../../lib/crm/fetch-json';

/** One call as a server gets it. */
export interface FakeCall {
  readonly verb: string;
  readonly url: URL;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What a server answers with, where it is not a body with status 200. */
export interface FakeReply {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A CRM as far as its sync asks for it. */
export interface FakeCrm {
  readonly way: SyncWay;
  /** Address of the page that the sync runs in. */
  readonly address: string;
  /** What the page itself holds, as far as the sync looks at it: its cookies, its elements, its storage. */
  readonly page?: { readonly document?: unknown; readonly storage?: Page['storage'] };
  /** The body of an answer, or {@link reply}. */
  readonly answer: (call: FakeCall) => unknown;
  /** Makes the server's user another one; absent where the interface does not tell of users. */
  readonly changeUser?: () => void;
}

/** True for a call that asks for leads: a sync goes on without them. */
export const isOfLeads = ({ url, body }: FakeCall) =>
  /FROM[ +]Lead\b|\/leads\b|source_lead_id|0-136/i.test(decodeURIComponent(url.href)) ||
  /"date_conversion"|"0-136"|"IN"/.test(JSON.stringify(body ?? {}));

class Reply {
  readonly reply: FakeReply;
  constructor(reply: FakeReply) {
    this.reply = reply;
  }
}

export const reply = (status: number, text = '{}', headers: Record<string, string> = {}) =>
  new Reply({ status, text, headers });

/** What that CRM answers to a call; a call that it does not expect fails the test. */
export function answerOf(crm: FakeCrm, call: FakeCall): FakeReply {
  const given = crm.answer(call);
  if (given === undefined) throw new Error(`the test's server has no answer to ${call.url.href}`);
  return given instanceof Reply ? given.reply : { status: 200, text: JSON.stringify(given) };
}

export interface FakeRun {
  readonly session: SyncSession;
  readonly calls: FakeCall[];
  readonly waits: number[];
}

/** A session on that CRM, through the sync's own door: what its list does not allow is not answered. */
export function sessionOn(
  crm: FakeCrm,
  {
    cursor,
    instead,
  }: {
    readonly cursor?: string | undefined;
    /** Answers a call by its number, from 0, with something else. */
    readonly instead?: (nth: number, text: string, call: FakeCall) => Reply | undefined;
  } = {},
): FakeRun {
  const calls: FakeCall[] = [];
  const waits: number[] = [];
  const url = new URL(crm.address);
  const answer = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const asked = new URL(String(input));
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const call: FakeCall = {
      verb: init.method ?? 'GET',
      url: asked,
      path: asked.pathname,
      headers: new Headers(init.headers),
      body,
    };
    const normal = answerOf(crm, call);
    const other = instead?.(calls.length, normal.text, call);
    calls.push(call);
    const { status, text, headers } = other?.reply ?? normal;
    return {
      status,
      headers: new Headers(headers),
      text: async () => text,
    } satisfies Partial<Response> as unknown as Response;
  };
  const session: SyncSession = {
    page: { url, locale: 'en', ...crm.page } as Partial<Page> as Page,
    fetchJson: makeFetchJson({
      origin: url.origin,
      allow: crm.way.allow,
      signal: new AbortController().signal,
      fetch: answer,
    }),
    wait: async (ms) => void waits.push(ms),
    now: () => '2026-11-26T12:00:00.000Z',
    ...(cursor === undefined ? {} : { cursor }),
  };
  return { session, calls, waits };
}

/** Every page of a run. */
export async function pagesOf(crm: FakeCrm, run: FakeRun = sessionOn(crm)): Promise<SyncPage[]> {
  const pages: SyncPage[] = [];
  for await (const page of crm.way.run(run.session)) pages.push(page);
  return pages;
}

/** A recorded answer: `recorded('dynamics', 'opportunities')`. Invented records in the documented shape. */
export function recorded(crm: string, name: string): Record<string, unknown> {
  const file = join(process.cwd(), 'test/unit/crm', crm, 'api', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}
