/** What a class says behind the card's own, as many name the parts of a block: `kb-card-title` in a `kb-card`. */
export function ownPart(name: string, card: Element): string {
  const own = [...card.classList].find(
    (block) => name.startsWith(`${block}-`) || name.startsWith(`${block}_`),
  );
  return own === undefined ? name : name.slice(own.length).replace(/^[-_]+/, '');
}
