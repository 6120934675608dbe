import { Button, Input } from 'antd';
import { useState } from 'react';
import { readCode } from '#domain/papersheets/code.ts';
import type { PaperLine } from '#domain/papersheets/contract.ts';
import { useFieldWords } from '#web/lib/error-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFindLine } from './api.ts';
import { paperSheetWords } from './words.ts';

/** Typed, or scanned: a scanner types the code and presses Enter. */
export function CodeBox({ onFound }: { onFound: (line: PaperLine) => void }) {
  const say = useWords(paperSheetWords);
  const sayFlaw = useFieldWords();
  const tell = useTell();
  const find = useFindLine();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const look = () => {
    const code = readCode(typed);
    setWrong(code === null);
    if (code === null) return;
    find.mutate(code, {
      onSuccess: (line) => {
        setTyped('');
        onFound(line);
      },
      onError: tell.failed,
    });
  };
  return (
    <div>
      <div className="line">
        <Input
          autoFocus
          aria-label={say('code')}
          aria-invalid={isWrong}
          status={isWrong ? 'error' : ''}
          style={{ maxWidth: 320 }}
          size="large"
          value={typed}
          placeholder={say('code.hint')}
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={look}
        />
        <Button type="primary" size="large" loading={find.isPending} onClick={look}>
          {say('find')}
        </Button>
        <span className="soft">{say('code.example')}</span>
      </div>
      {isWrong && <div role="alert">{sayFlaw('not-a-paper-code')}</div>}
    </div>
  );
}
