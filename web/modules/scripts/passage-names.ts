import { theEnd, type Passage } from '#domain/scripts/script.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { scriptsWords } from './words.ts';

/** "3. 谈正事 · 昨天回去用上了吗？": what a passage is called where another leads to it. */
export function usePassageNames(passages: readonly Passage[]) {
  const say = useWords(scriptsWords);
  const wording = useWording();
  const nameOf = (key: string): string => {
    const at = passages.findIndex((passage) => passage.key === key);
    const passage = passages[at];
    if (!passage) return key;
    const text = wording(passage.text);
    return `${at + 1}. ${say(`phase.${passage.phase}`)} · ${[...text].slice(0, 16).join('')}`;
  };
  const options = passages.map(({ key }) => ({ value: key, label: nameOf(key) }));
  return { nameOf, options, end: { value: theEnd, label: say('then.end') } };
}
