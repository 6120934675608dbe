import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { BoardCard } from '#domain/reception/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useWriteWishes } from './api.ts';
import { receptionWords } from './words.ts';

/** What they said the doctor should mind; whoever is here can still say more. */
export function Wishes({ card }: { card: BoardCard }) {
  const say = useWords(receptionWords);
  const tell = useTell();
  const mayWrite = useMay('visits.write');
  const write = useWriteWishes();
  const [text, setText] = useState<string | null>(null);
  const { visitId, version } = card;
  const isHere = visitId !== null && card.stage !== 'gone';
  if (text === null || visitId === null)
    return (
      <span>
        {card.wishes ?? say('none')}{' '}
        {isHere && mayWrite && (
          <Button size="small" type="link" onClick={() => setText(card.wishes ?? '')}>
            {say('wishes.edit')}
          </Button>
        )}
      </span>
    );
  return (
    <Space.Compact block>
      <Input
        autoFocus
        aria-label={say('wishes')}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        loading={write.isPending}
        onClick={() =>
          write.mutate(
            { visitId, version, wishes: text.trim() === '' ? null : text },
            { onSuccess: () => setText(null), onError: tell.failed },
          )
        }
      >
        {say('save')}
      </Button>
    </Space.Compact>
  );
}
