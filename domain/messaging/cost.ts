import { channelOf } from './account.ts';
import type { AccountKind } from './account.ts';
import type { MessageRules } from './rule-set.ts';
import { smsParts } from './sms-parts.ts';

/** What so many messages cost, in whole fen; 4.5 fen a message is 4500 a thousand. */
export function costFen(units: number, fenPerThousand: number): number {
  return Math.ceil((units * fenPerThousand) / 1000);
}

/** How many messages a provider bills for it: a long text is several. */
export function unitsOf(
  { kind, settings }: { kind: AccountKind; settings: Readonly<Record<string, unknown>> },
  text: string,
): number {
  if (channelOf[kind] !== 'sms') return 1;
  const { signName } = settings;
  return smsParts(text, typeof signName === 'string' ? signName : null).parts;
}

/** What all accounts together have cost, in whole fen. */
export interface Spent {
  todayFen: number;
  monthFen: number;
}
export type CostLimits = Pick<MessageRules, 'dailyCostFen' | 'monthlyCostFen'>;

/**
 * Which limit would be passed if this is what had been spent; null: none. Everything that was sent counts, but offers and
 * codes alone are held: whoever pumps codes through a form finds the brake, and nobody's care waits for money.
 */
export function costHolds(wouldBe: Spent, limits: CostLimits): 'day' | 'month' | null {
  const { dailyCostFen: day, monthlyCostFen: month } = limits;
  if (month !== null && wouldBe.monthFen > month) return 'month';
  return day !== null && wouldBe.todayFen > day ? 'day' : null;
}
