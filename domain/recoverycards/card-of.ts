import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { RecoveryCard } from './card.ts';

interface Treated {
  category: TreatmentCategory;
  name: string;
}

/** The card for a treatment: of those for its kind the one whose word says most of its name, else one for all of the kind. */
export function cardOf<C extends Pick<RecoveryCard, 'code' | 'procedure'>>(
  cards: readonly C[],
  { category, name }: Treated,
): C | undefined {
  const fitting = cards
    .filter(({ procedure }) => procedure.categories.includes(category))
    .map((card) => ({ card, fit: fitOf(card, name) }))
    .filter(({ fit }) => fit !== null);
  fitting.sort((a, b) => b.fit! - a.fit! || (a.card.code < b.card.code ? -1 : 1));
  return fitting[0]?.card;
}

/** The letters of the longest word that the name holds; 0 for a card without words, null where none fits. */
function fitOf({ procedure }: Pick<RecoveryCard, 'procedure'>, name: string): number | null {
  const { words } = procedure;
  if (words.length === 0) return 0;
  const wanted = plain(name);
  const found = words.map(plain).filter((word) => wanted.includes(word));
  return found.length === 0 ? null : Math.max(...found.map((word) => word.length));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
