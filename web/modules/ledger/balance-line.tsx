import type { AccountBalance } from '#domain/ledger/contract.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { ledgerWords } from './words.ts';
import './ledger.css';

interface BalanceLineProps {
  balance: AccountBalance;
  /** With all that was ever charged and paid. */
  whole?: boolean;
}

/** Where the account stands, in one line; what is nothing is not said. */
export function BalanceLine({ balance, whole = false }: BalanceLineProps) {
  const say = useWords(ledgerWords);
  const money = useMoney();
  const { owedFen, depositFen, prepaidFen, sessionsLeft, chargedFen, chargedLastYearFen, paidFen } = balance;
  return (
    <p className="balance">
      {owedFen > 0 ? (
        <StatusTag meaning="soon">{say('balance.owed', { money: money(owedFen) })}</StatusTag>
      ) : (
        <span>{say('balance.clear')}</span>
      )}
      {depositFen > 0 && <strong>{say('balance.deposit', { money: money(depositFen) })}</strong>}
      {sessionsLeft > 0 && (
        <strong>{say('balance.sessions', { count: sessionsLeft, money: money(prepaidFen) })}</strong>
      )}
      <span>{say('balance.year', { money: money(chargedLastYearFen) })}</span>
      {whole && (
        <span className="soft">
          {say('balance.ever', { money: money(chargedFen), paid: money(paidFen) })}
        </span>
      )}
    </p>
  );
}
