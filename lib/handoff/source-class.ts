/** The method's three ways by which a lead comes: referrals, marketing, outbound. */
export const SOURCE_CLASSES = ['seeds', 'nets', 'spears'] as const;
export type SourceClass = (typeof SOURCE_CLASSES)[number];

/*
 * The one place where words of CRMs are taken for a class: whole words in small letters without accents, of the nine
 * languages whose headings are read. A source in none of these lists stays what it is; nothing is guessed from a part of
 * a word.
 */
const WORDS: Record<SourceClass, readonly string[]> = {
  seeds: [
    'seed seeds referral referrals referred recommendation',
    'empfehlung empfehlungen anbefaling henvisning recommandation parrainage recomendacion referido',
    'indicacao raccomandazione aanbeveling doorverwijzing rekommendation',
  ],
  nets: [
    'nets marketing inbound web website webinar event events campaign advertisement ads seo sem newsletter',
    'webseite kampagne messe veranstaltung hjemmeside kampagne evenement salon evento feria campana campanha sito',
    'campagne beurs webbplats kampanj massa',
  ],
  spears: [
    'spear spears outbound prospecting cold',
    'kaltakquise outreach kold opsogende prospection prospeccion prospeccao prospezione acquisitie prospektering',
  ],
};

const classes = new Map(
  SOURCE_CLASSES.flatMap((name) =>
    WORDS[name]
      .join(' ')
      .split(' ')
      .map((word): [string, SourceClass] => [word, name]),
  ),
);

/**
 * The class that a source's words name; `undefined` where none or several are named.
 *
 * @example sourceClass('Inbound: website') // 'nets'
 * @example sourceClass('Cold call to a referral') // undefined
 */
export function sourceClass(source: string): SourceClass | undefined {
  const words = source
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .split(/[^a-z]+/);
  const named = new Set(words.flatMap((word) => classes.get(word) ?? []));
  const [only] = named;
  return named.size === 1 ? only : undefined;
}
