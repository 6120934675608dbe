import { RecoveryCard, type CardDays, type CardQuestion, type Sign } from '#domain/recoverycards/card.ts';

const nothing = { zh: '', en: '' };

/** The days after the last ones. */
export function withDaysAdded(card: RecoveryCard): RecoveryCard {
  const last = card.days.at(-1)?.to ?? -1;
  const from = Math.min(last + 1, 366);
  return { ...card, days: [...card.days, blankDays(from, Math.min(from + 6, 366))] };
}

function blankDays(from: number, to: number): CardDays {
  return {
    ...{ from, to, expected: nothing, say: nothing, neverSay: nothing },
    signs: [blankSign([])],
    questions: [],
  };
}

export function blankSign(others: readonly Sign[]): Sign {
  return { key: freeKey(others, 's'), name: nothing, urgency: 'soon' };
}

export function blankQuestion(others: readonly CardQuestion[]): CardQuestion {
  const choices = [blankChoice([]), blankChoice([{ key: 'c-1' }])];
  return { key: freeKey(others, 'q'), name: nothing, choices };
}

export function blankChoice(others: readonly { key: string }[]): CardQuestion['choices'][number] {
  return { key: freeKey(others, 'c'), name: nothing };
}

function freeKey(others: readonly { key: string }[], letter: string): string {
  const taken = new Set(others.map(({ key }) => key));
  let number = 1;
  while (taken.has(`${letter}-${number}`)) number += 1;
  return `${letter}-${number}`;
}

/** Where something is missing or does not fit, by the number of the days, each once; 0 is the head of the card. */
export function flawsIn(card: RecoveryCard): { days: number; isOverlap: boolean }[] {
  const read = RecoveryCard.safeParse(card);
  const found = new Map<number, boolean>();
  for (const { path, message } of read.error?.issues ?? []) {
    const days = path[0] === 'days' && typeof path[1] === 'number' ? path[1] + 1 : 0;
    found.set(days, (found.get(days) ?? false) || message === 'days-overlap');
  }
  return [...found].map(([days, isOverlap]) => ({ days, isOverlap }));
}
