interface MaybeTrusted {
  readonly isTrusted: boolean;
}

/** Lets through what the user did; what a script of the page dispatches goes nowhere. */
export function whenTrusted<E extends MaybeTrusted>(act: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) act(event);
  };
}
