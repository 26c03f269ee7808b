/**
 * The greatest chance that so few wins allow, however a stage's settings, a lucky month or a quick win would have it:
 * with them alone on record, and no loss, the mean of what the chance to win may be (Beta distribution, from `prior` wins
 * and as many losses).
 *
 * @example greatestChance(1, 2) // 0.6
 */
export function greatestChance(wins: number, prior: number): number {
  return (wins + prior) / (wins + 2 * prior);
}
