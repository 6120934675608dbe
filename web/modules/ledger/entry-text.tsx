import type { LedgerLine } from '#domain/ledger/contract.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { ledgerWords } from './words.ts';
import './ledger.css';

/** What an entry is about, in one line: "用疗程 · 光子嫩肤 · 1 次 · 面部". */
export function EntryText({ entry }: { entry: LedgerLine }) {
  const say = useWords(ledgerWords);
  const { kind, courseName, sessions, memo, isReversed, isImported } = entry;
  const details = [
    courseName,
    sessions === null ? null : say('sessions.of', { count: Math.abs(sessions) }),
    memo,
    isImported ? say('imported') : null,
    isReversed ? say('reversed') : null,
  ].filter(Boolean);
  return (
    <span>
      <span className={isReversed ? 'taken-back' : ''}>{say(`kind.${kind}`)}</span>
      {details.length > 0 && <span className="soft"> · {details.join(' · ')}</span>}
    </span>
  );
}

export function EntryAmount({ entry }: { entry: LedgerLine }) {
  const money = useMoney();
  return (
    <span className={entry.isReversed ? 'amount taken-back' : 'amount'}>
      {money(entry.cash < 0 && entry.fen > 0 ? -entry.fen : entry.fen)}
    </span>
  );
}
