import { filledText } from './fill.ts';
import type { ScriptLanguage } from './fill.ts';

/** An unhurried voice on the telephone: about 240 characters, or 150 words, a minute. */
const charactersASecond = 4;
const wordsASecond = 2.5;

/** Longer than that nobody listens without having had a word in between. */
export const longestPassageSeconds = 30;
/** Four minutes of our own talking, the customer's answers aside. */
export const longestCallSeconds = 240;

/** How long a text takes to say, its places filled with words of usual length. */
export function secondsToSay(text: string, language: ScriptLanguage): number {
  const usual = { name: '王小明', caller: '李小红', clinic: '愈线口腔' };
  const said = filledText(text, language, usual);
  const characters = said.match(/\p{Script=Han}|\d/gu)?.length ?? 0;
  const words = said.match(/[\p{Script=Latin}'’]+/gu)?.length ?? 0;
  return Math.ceil(characters / charactersASecond + words / wordsASecond);
}
