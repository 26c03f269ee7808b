import type { GenericField } from '../../../../../lib/crm/generic/fields';
import { cs } from './cs';
import { da } from './da';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fi } from './fi';
import { fr } from './fr';
import { it } from './it';
import { ja } from './ja';
import { nb } from './nb';
import { nl } from './nl';
import { pl } from './pl';
import { pt } from './pt';
import { sv } from './sv';
import { tr } from './tr';

/** Headings of one language by field, separated by `|`, the most telling first. */
export type Headings = Readonly<Partial<Record<GenericField, string>>>;

/** Headings that must be understood, by language. */
export const headings: Readonly<Record<string, Headings>> = {
  en,
  da,
  de,
  fr,
  es,
  sv,
  nl,
  it,
  pt,
  nb,
  pl,
  fi,
  ja,
  cs,
  tr,
};
