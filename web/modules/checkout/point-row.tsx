import { Radio } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Point } from '#domain/checkout/answers.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { choicesOf } from './draft.ts';
import { checkoutWords } from './words.ts';

interface PointRowProps {
  point: Point;
  chosen: string | undefined;
  isHere: boolean;
  isOpen: boolean;
  onHere: () => void;
  onAnswer: (choice: string) => void;
  children: ReactNode;
}

/** One of the six points: its answers by button or key, and beside the chosen one what it still needs. */
export function PointRow(props: PointRowProps) {
  const { point, chosen, isHere, isOpen, onHere, onAnswer, children } = props;
  const say = useWords(checkoutWords);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isHere) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);

  return (
    <li
      ref={row}
      className={isHere ? 'checkout-point is-here' : 'checkout-point'}
      aria-current={isHere ? 'step' : undefined}
      onClick={onHere}
    >
      <div className="checkout-point-head">
        <b>{say(`point.${point}`)}</b>
        {!isOpen && <StatusTag meaning={chosen === 'not_asked' ? 'risk' : 'done'}>{sayAnswer()}</StatusTag>}
      </div>
      <Radio.Group
        aria-label={say(`point.${point}`)}
        value={chosen ?? null}
        onChange={(event) => onAnswer(event.target.value as string)}
      >
        {choicesOf(point).map((choice, index) => (
          <Radio key={choice} value={choice}>
            {say(`${point}.${choice}` as 'paid.settled')}
            {isHere && <kbd className="wide-only">{index + 1}</kbd>}
          </Radio>
        ))}
      </Radio.Group>
      {isHere && <div className="checkout-detail">{children}</div>}
    </li>
  );

  function sayAnswer(): string {
    return say(`${point}.${chosen ?? 'not_asked'}` as 'paid.settled');
  }
}
