import { foldWord } from '../crm/parse/fold-word';
import type { SeenStage } from './seen-names';

/** Why a stage seems to be what is suggested: a word of its name, or its place behind a qualified one. */
export type StageReason =
  | { readonly kind: 'name'; readonly word: string }
  | { readonly kind: 'after'; readonly stage: string };

export interface StageSuggestion {
  readonly role: 'sdr' | 'ae' | null;
  readonly isQualified: boolean;
  readonly isNurture: boolean;
  readonly reason: StageReason;
}

/* Words as `foldWord` has them, in English, Danish, German, French, Spanish, Italian, Dutch, Swedish and Portuguese. */
const words = (list: string) => new Set(list.split(' '));
const qualifiedWords = words(
  'qualified sql sal discovery kvalificeret kvalificerede qualifiziert qualifizierte qualifizierter qualifie ' +
    'qualifiee qualifies cualificado cualificada calificado calificada cualificados calificados qualificato ' +
    'qualificata qualificati gekwalificeerd gekwalificeerde kvalificerad kvalificerade qualificado qualificada ' +
    'qualificados decouverte descubrimiento descoberta scoperta',
);
const nurtureWords = words(
  'nurture nurturing recycled recycle recycling parked hold later pleje parkeret senere genbrug zuruckgestellt ' +
    'geparkt spater wiedervorlage attente nutricion espera nutricao attesa coltivazione geparkeerd wachten parkerad ' +
    'vanta vilande',
);
/** Before anybody has qualified anything. */
const earlyWords = words(
  'new lead leads mql prospect prospecting prospects suspect contacted ny nye nyt emne emner kontaktet prospektering neu neue ' +
    'interessent erstkontakt akquise nouveau nouvelle prospection piste contacte nuevo nueva prospeccion contactado ' +
    'nuovo nuova prospezione contattato nieuw nieuwe benaderd nytt kontaktad prospektera novo nova prospeccao contatado',
);
const notWords = words('not no non nicht ikke pas niet ej inte nao pre marketing');

/**
 * What each open stage seems to be by its name, or by its place behind a qualified one: for the user to confirm.
 *
 * @param stages In their order. @returns By name; no stage that says nothing.
 */
export function suggestStages(stages: readonly SeenStage[]): ReadonlyMap<string, StageSuggestion> {
  const found = new Map<string, StageSuggestion>();
  let first: SeenStage | undefined;
  for (const stage of stages) {
    const suggestion = byName(stage.name) ?? behind(stage, first);
    if (suggestion === undefined) continue;
    if (suggestion.isQualified && suggestion.reason.kind === 'name') first ??= stage;
    found.set(stage.name, suggestion);
  }
  return found;
}

function byName(name: string): StageSuggestion | undefined {
  const parts: readonly string[] = foldWord(name).match(/\p{L}+/gu) ?? [];
  const shown: readonly string[] = name.match(/\p{L}+/gu) ?? [];
  const saying = (known: ReadonlySet<string>): string | undefined => {
    const at = parts.findIndex((part) => known.has(part));
    return at < 0 ? undefined : (shown[at] ?? parts[at]);
  };
  const nurture = saying(nurtureWords);
  if (nurture !== undefined)
    return { role: null, isQualified: false, isNurture: true, reason: { kind: 'name', word: nurture } };
  const qualified = saying(qualifiedWords);
  if (qualified !== undefined && !parts.some((part) => notWords.has(part)))
    return { role: 'ae', isQualified: true, isNurture: false, reason: { kind: 'name', word: qualified } };
  const early = saying(earlyWords);
  // What marketing has qualified is a lead still; what is “not qualified” is nothing that we know.
  if (early === undefined || (qualified !== undefined && !parts.includes('marketing'))) return undefined;
  return { role: 'sdr', isQualified: false, isNurture: false, reason: { kind: 'name', word: early } };
}

/** Whoever is behind the qualified stage has been accepted as well. */
function behind({ order }: SeenStage, first: SeenStage | undefined): StageSuggestion | undefined {
  if (first === undefined || order === null || first.order === null || order <= first.order) return undefined;
  return { role: 'ae', isQualified: true, isNurture: false, reason: { kind: 'after', stage: first.name } };
}
