export const ROOT: string;

/** Says something to the person at the terminal; standard output stays free. */
export function say(text: string): void;

/** An error that is a sentence for the user, printed without a stack. */
export class Sorry extends Error {}
