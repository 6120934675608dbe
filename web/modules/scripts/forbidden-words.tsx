import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#web/lib/me.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { Select } from '#web/ui/select.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useForbiddenWords, useSetForbiddenWords } from './api.ts';
import { scriptsWords } from './words.ts';

/** The clinic's own words that no script may hold. */
export function ForbiddenWords() {
  const say = useWords(scriptsWords);
  const words = useForbiddenWords();
  return (
    <section className="panel forbidden-words">
      <h2>{say('words.title')}</h2>
      <p className="soft">{say('words.about')}</p>
      <Loaded of={words}>{({ items }) => <WordList key={items.join('\n')} items={items} />}</Loaded>
    </section>
  );
}

function WordList({ items }: { items: string[] }) {
  const say = useWords(scriptsWords);
  const listed = useListed();
  const tell = useTell();
  const mayWrite = useMay('scripts.write');
  const set = useSetForbiddenWords();
  const [words, setWords] = useState(items);
  if (!mayWrite) return <p>{listed(items)}</p>;

  const save = () =>
    set.mutate(words, { onSuccess: () => tell.done(say('words.saved')), onError: tell.failed });
  return (
    <div className="line">
      <Select<string[]>
        mode="tags"
        open={false}
        suffixIcon={null}
        aria-label={say('words.title')}
        placeholder={say('words.placeholder')}
        tokenSeparators={[',', '，', '、', ' ']}
        value={words}
        onChange={(typed) => setWords(typed.map((word) => word.trim()).filter((word) => word.length >= 2))}
        style={{ flex: '1 1 260px' }}
      />
      <Button disabled={words.join() === items.join()} loading={set.isPending} onClick={save}>
        {say('save.words')}
      </Button>
    </div>
  );
}
