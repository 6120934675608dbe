import { useEffect, useRef } from 'react';
import type { CheckoutRow } from '#domain/checkout/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useWords } from '#web/lib/words.ts';
import { EnteredLater } from '#web/ui/entered-later.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { checkoutWords } from './words.ts';
import './checkout.css';

const meaningOf: Record<CheckoutRow['state'], Meaning> = { here: 'soon', silent: 'risk', done: 'done' };
const order: Record<CheckoutRow['state'], number> = { here: 0, silent: 1, done: 2 };

export function inOrder(rows: readonly CheckoutRow[]): CheckoutRow[] {
  return rows.toSorted((one, other) => order[one.state] - order[other.state]);
}

interface CheckoutListProps {
  rows: readonly CheckoutRow[];
  chosen: string | undefined;
  onChoose: (visitId: string) => void;
}

/** Who is here, who left without anybody asking, and who has left. */
export function CheckoutList({ rows, chosen, onChoose }: CheckoutListProps) {
  const say = useWords(checkoutWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates();
  const place = rows.findIndex(({ visitId }) => visitId === chosen);
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const go = (step: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, place + step))];
    if (row) onChoose(row.visitId);
  };
  useKeys({ j: () => go(1), k: () => go(-1) });

  return (
    <ul className="checkout-list" aria-label={say('list')}>
      {rows.map((row) => (
        <li key={row.visitId}>
          <button
            type="button"
            ref={row.visitId === chosen ? here : undefined}
            className={row.visitId === chosen ? 'is-here' : ''}
            aria-current={row.visitId === chosen}
            onClick={() => onChoose(row.visitId)}
          >
            <span className="line">
              <b>{row.customerName}</b>
              <span className="soft">
                {sayClinic(`visit.${row.visitKind}`)} · {dates.time(row.openedAt)}
              </span>
            </span>
            <span className="line">
              <StatusTag meaning={meaningOf[row.state]}>{say(`state.${row.state}`)}</StatusTag>
              <EnteredLater clinicId={row.clinicId} at={row.enteredAt} />
              {row.unasked.length > 0 && (
                <span className="soft">{say('unasked.count', { count: row.unasked.length })}</span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
