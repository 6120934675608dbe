import { hasWord, useWords } from '#web/lib/words.ts';
import { protocolWords } from './words.ts';

/** A script as it is written, with the places that the call fills in shown by their names. */
export function ScriptText({ text }: { text: string }) {
  const say = useWords(protocolWords);
  return (
    <div className="script">
      {text.split(/\{(\w+)\}/).map((part, at) => {
        const isPlace = at % 2 === 1;
        if (!isPlace) return part;
        const word = `place.${part}`;
        return <mark key={at}>{hasWord(protocolWords, word) ? say(word as 'place.name') : part}</mark>;
      })}
    </div>
  );
}
