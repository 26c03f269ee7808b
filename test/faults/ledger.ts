import { appendFileSync } from 'node:fs';
import { changeRows, type Version } from './invented-deals';

/** One write, as its sender keeps it until it is acknowledged. */
export type Sent =
  | { readonly kind: 'reads'; readonly name: string; readonly states: readonly Version[] }
  | { readonly kind: 'rate'; readonly on: string; readonly rate: string }
  | { readonly kind: 'setting'; readonly me: string };

/** All that the store owes: what it has acknowledged, and what it may hold besides. */
export interface Owed {
  readonly tenant: string;
  /** By id, every acknowledged state of a deal, oldest first. */
  readonly deals: ReadonlyMap<string, readonly Version[]>;
  /** By day. */
  readonly rates: ReadonlyMap<string, string>;
  readonly me: string | undefined;
  /** Sent and not acknowledged: the store holds each of these wholly, or not at all. */
  readonly pending: readonly Sent[];
  /** Deals and rates that nothing is asked of any more: they were found to be lost, and counted. */
  readonly settled: ReadonlySet<string>;
}

export interface LedgerOptions {
  readonly tenant: string;
  /** The log, outside the profile: one line for each acknowledgement, on disk before it counts. */
  readonly file: string;
}

/**
 * What the sender knows: every write that it made, and which of them were acknowledged. It lives outside the browser,
 * so that no fault can reach it.
 */
export class Ledger implements Owed {
  readonly tenant: string;
  readonly deals = new Map<string, Version[]>();
  readonly rates = new Map<string, string>();
  readonly settled = new Set<string>();
  me: string | undefined;
  /** Deals, changes, rates and settings that were ever acknowledged, each counted once. */
  acknowledged = 0;
  readonly #file: string;
  readonly #pending = new Set<Sent>();

  constructor({ tenant, file }: LedgerOptions) {
    this.tenant = tenant;
    this.#file = file;
  }

  get pending(): readonly Sent[] {
    return [...this.#pending];
  }

  send(sent: Sent): void {
    this.#pending.add(sent);
  }

  acknowledge(sent: Sent): void {
    appendFileSync(this.#file, `${JSON.stringify({ at: new Date().toISOString(), ...sent })}\n`);
    this.#pending.delete(sent);
    if (sent.kind === 'rate') {
      this.rates.set(sent.on, sent.rate);
      this.acknowledged += 1;
    } else if (sent.kind === 'setting') {
      if (this.me === undefined) this.acknowledged += 1;
      this.me = sent.me;
    } else {
      for (const state of sent.states) this.#acknowledgeState(state);
    }
  }

  /** Asks for these no more, and gives up what is under way: it may have built on them. */
  settle(names: Iterable<string>): void {
    for (const name of names) {
      this.settled.add(name);
      this.deals.delete(name);
      this.rates.delete(name);
      if (name === 'me') this.me = undefined;
    }
    for (const sent of this.pending) {
      this.#pending.delete(sent);
      if (sent.kind === 'reads') this.settle(sent.states.map(({ id }) => id));
      if (sent.kind === 'rate') this.settle([sent.on]);
      if (sent.kind === 'setting') this.settle(['me']);
    }
  }

  #acknowledgeState(state: Version): void {
    const states = this.deals.get(state.id) ?? [];
    const before = states.at(-1);
    this.acknowledged += before === undefined ? 1 : changeRows(this.tenant, before, state).length;
    this.deals.set(state.id, [...states, state]);
  }
}
