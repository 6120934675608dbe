import type { ChannelAccount } from '#domain/messaging/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMoney } from '#web/lib/money.ts';
import { hasWord, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { accountWords } from './account-words.ts';

type Balanced = Pick<ChannelAccount, 'balanceUnit' | 'balanceLeft' | 'balanceAt' | 'balanceFloor' | 'isLow'>;

/** What the provider said, in words where they are known. */
export function useWhy(): (code: string | null) => string {
  const say = useWords(accountWords);
  return (code) => {
    const key = `why.${code ?? ''}`;
    return hasWord(accountWords, key) ? say(key as 'why.http-429') : say('why.other', { code: code ?? '–' });
  };
}

/** ¥12.30, or 400 messages. */
export function useAmount(): (figure: number, unit: 'fen' | 'messages') => string {
  const say = useWords(accountWords);
  const money = useMoney();
  return (figure, unit) => (unit === 'fen' ? money(figure) : say('balance.messages', { count: figure }));
}

/** What is left at the provider, since when that is known, and why it is not known anew. */
export function BalanceCell({ of, fault = null }: { of: Balanced; fault?: string | null }) {
  const say = useWords(accountWords);
  const dates = useDates();
  const amount = useAmount();
  const whyOf = useWhy();
  const { balanceUnit, balanceLeft, balanceAt, balanceFloor } = of;
  if (balanceUnit === null) return <span className="soft">{say('balance.none')}</span>;
  return (
    <>
      {balanceLeft === null || balanceAt === null
        ? fault === null && <span className="soft">{say('balance.unknown')}</span>
        : say('balance.is', {
            balance: amount(balanceLeft, balanceUnit),
            at: dates.shortDateTime(balanceAt),
          })}{' '}
      {of.isLow && balanceFloor !== null && (
        <StatusTag meaning="overdue">
          {say('balance.low', { floor: amount(balanceFloor, balanceUnit) })}
        </StatusTag>
      )}
      {fault !== null && <div className="wrong-text">{say('balance.fault', { why: whyOf(fault) })}</div>}
    </>
  );
}
