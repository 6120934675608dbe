import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useRevealPhone } from './api.ts';
import { customersWords } from './words.ts';

const usual = ['reveal.followup', 'reveal.appointment', 'reveal.answer'] as const;

interface RevealReasonsProps {
  customerId: string;
  onRevealed: (phone: string) => void;
}

/** Why the number is looked at: one press for the usual reasons, a line for any other. */
export function RevealReasons({ customerId, onRevealed }: RevealReasonsProps) {
  const say = useWords(customersWords);
  const reveal = useRevealPhone(customerId);
  const [other, setOther] = useState('');
  const ask = (reason: string) => reveal.mutate(reason, { onSuccess: ({ phone }) => onRevealed(phone) });
  const isEnough = other.trim().length >= 2;

  return (
    <div className="rows reveal-reasons">
      <div className="line">
        {usual.map((word, index) => (
          <Button
            key={word}
            autoFocus={index === 0}
            disabled={reveal.isPending}
            onClick={() => ask(say(word))}
          >
            {say(word)}
          </Button>
        ))}
      </div>
      <Space.Compact block>
        <Input
          aria-label={say('reveal.other')}
          placeholder={say('reveal.other')}
          maxLength={200}
          value={other}
          onChange={({ target }) => setOther(target.value)}
          onPressEnter={() => isEnough && ask(other.trim())}
        />
        <Button disabled={!isEnough} loading={reveal.isPending} onClick={() => ask(other.trim())}>
          {say('reveal')}
        </Button>
      </Space.Compact>
      <ErrorMessage error={reveal.error} />
      <span className="soft">{say('reveal.kept')}</span>
    </div>
  );
}
