import { wordsToAvoid } from '#domain/customers/discreet.ts';
import type { DiscreetProfile } from '#domain/customers/discreet.ts';

/** What this customer must not hear: their wish for discretion, and what colleagues noted as taboo. */
export interface NotToSay {
  discreet: DiscreetProfile | null;
  taboos: string | null;
  treatmentNames: readonly string[];
}

const nothingDiscreet: DiscreetProfile = {
  mayPickUp: [],
  safeHours: [],
  callerAlias: null,
  neverSay: [],
  mayNameTreatments: true,
  mayJoinGroups: true,
};

/** The words of a text, its places filled, that are not for this customer's ears. */
export function wordsNotToSay(text: string, { discreet, taboos, treatmentNames }: NotToSay): string[] {
  const tabooWords = taboos === null ? [] : tabooWordsIn(taboos);
  const found = [
    ...(discreet ? wordsToAvoid(text, discreet, treatmentNames) : []),
    ...wordsToAvoid(text, { ...nothingDiscreet, neverSay: tabooWords }),
  ];
  return [...new Set(found)];
}

const before =
  /^(请|不要|不能|不可以|不可|不想|不愿意?|不喜欢|千万|别|勿|忌讳?|避免|再|当面|主动|跟?[她他]|客户|提起|提到|提及|提|说起|说到|说|谈论|谈|问起|问|聊起|聊|听到|听|被|关于)+/u;
const beforeInEnglish =
  /^((please|do not|don['’]t|never|no|not|avoid|dislikes|to|mention(ing)?|say(ing)?|talk(ing)?|speak(ing)?|ask(ing)?|of|about|the|her|his|their)\s+)+/i;

/** "不要提年龄、前男友" as the words themselves: 年龄, 前男友. A single character would be found everywhere. */
export function tabooWordsIn(note: string): string[] {
  return note
    .split(/[、，,;；。.\n/|]|\s(?:and|or)\s|和|以及|或者?/u)
    .map((part) => part.trim().replace(before, '').replace(beforeInEnglish, '').replace(/的?$/u, '').trim())
    .filter((word) => [...word].length >= 2);
}
