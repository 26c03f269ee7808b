import type { Cdp, CdpEvent } from './cdp';

/** A page under remote control. */
export interface Target {
  /** Runs a function in the page, or in one of its worlds; it sees nothing of its file. What it throws is thrown here. */
  readonly call: <Argument, Result>(
    work: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
    world?: World,
  ) => Promise<Result>;
  /** The world of an extension's scripts on this page; waits for it. */
  readonly extensionWorld: () => Promise<World>;
  readonly enable: (domain: string) => Promise<void>;
  readonly send: (method: string, params?: object) => Promise<void>;
  readonly onEvent: (hear: (event: CdpEvent) => void) => void;
  readonly close: () => Promise<void>;
}

/** A place where scripts run, of its own origin. */
export interface World {
  readonly uniqueId: string;
  readonly origin: string;
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

/** Opens a page in a tab of its own and waits until it has loaded. */
export async function openTarget(cdp: Cdp, url: string): Promise<Target> {
  const worlds: World[] = [];
  const waiting: ((world: World) => void)[] = [];
  const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const isExtension = ({ origin }: World) => origin.startsWith('chrome-extension://');
  const loaded = new Promise<void>((done) => {
    cdp.onEvent(({ method, params, sessionId: of }) => {
      if (of !== sessionId) return;
      if (method === 'Page.loadEventFired') done();
      if (method !== 'Runtime.executionContextCreated') return;
      // In the shape of the protocol.
      const world = params['context'] as World;
      worlds.push(world);
      if (isExtension(world)) for (const tell of waiting.splice(0)) tell(world);
    });
  });
  await cdp.send('Page.enable', {}, sessionId);
  await cdp.send('Runtime.enable', {}, sessionId);
  const { errorText } = await cdp.send<{ errorText?: string }>('Page.navigate', { url }, sessionId);
  if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
  await loaded;

  return {
    async call(work, argument, world) {
      const { result, exceptionDetails } = await cdp.send<Evaluated>(
        'Runtime.evaluate',
        {
          expression: `(${work})(${JSON.stringify(argument) ?? ''})`,
          awaitPromise: true,
          returnByValue: true,
          ...(world === undefined ? {} : { uniqueContextId: world.uniqueId }),
        },
        sessionId,
      );
      if (exceptionDetails !== undefined)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      // The caller's own function returned it.
      return result.value as never;
    },
    extensionWorld: () => {
      const here = worlds.find(isExtension);
      return here === undefined ? new Promise((tell) => void waiting.push(tell)) : Promise.resolve(here);
    },
    enable: (domain) => cdp.send(`${domain}.enable`, {}, sessionId),
    send: (method, params) => cdp.send(method, params, sessionId),
    onEvent: (hear) => void cdp.onEvent((event) => event.sessionId === sessionId && hear(event)),
    close: () => cdp.send('Target.closeTarget', { targetId }),
  };
}
