/**
 * Asks for what was wanted last, one question at a time and no more than one a frame: while a slider moves, answers keep
 * coming, and none is asked for that nobody waits for.
 *
 * @param nextFrame Calls back before the next frame is drawn.
 * @returns What takes a question.
 */
export function inStep<Question>(
  ask: (question: Question) => Promise<void>,
  nextFrame: (then: () => void) => void,
): (question: Question) => void {
  let wanted: { readonly question: Question } | undefined;
  let isUnderWay = false;
  const next = (): void => {
    if (isUnderWay || wanted === undefined) return;
    isUnderWay = true;
    nextFrame(() => {
      const now = wanted;
      wanted = undefined;
      void (now === undefined ? Promise.resolve() : ask(now.question)).finally(() => {
        isUnderWay = false;
        next();
      });
    });
  };
  return (question) => {
    wanted = { question };
    next();
  };
}
