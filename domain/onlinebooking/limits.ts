import { z } from 'zod';
import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';

/** How a clinic lets customers book by themselves; each figure is a default it can change. */
export const OnlineRules = z.strictObject({
  isOpen: z.boolean().default(false),
  /** A time is kept so long for whom a code was sent to. */
  holdMinutes: z.int().min(2).max(30).default(5),
  /** So many times at once, whoever asks: a flood of robots takes no more of the book than that. */
  mostHeld: z.int().min(1).max(100).default(10),
  /** From so many hours ahead, up to so many days. */
  noticeHours: z.int().min(0).max(168).default(2),
  daysAhead: z.int().min(1).max(90).default(30),
});
export type OnlineRules = z.infer<typeof OnlineRules>;
export const standardOnlineRules: OnlineRules = OnlineRules.parse({});

/** What one phone, one household and one clinic may ask for: each time sends a code, and a code costs money. */
export const onlineLimits = {
  ofPhoneAtOnce: 1,
  ofPhoneADay: 5,
  ofAddressAnHour: 10,
  ofClinicAnHour: 120,
  wrongCodes: 5,
} as const;

export interface OnlineUse {
  held: number;
  ofPhoneAtOnce: number;
  ofPhoneADay: number;
  ofAddressAnHour: number;
  ofClinicAnHour: number;
}

/** Whether one more time may be kept. Whoever is refused learns no more than that it is too much. */
export function mayHold(use: OnlineUse, rules: Pick<OnlineRules, 'mostHeld'>): Decision {
  const isTooMuch =
    use.held >= rules.mostHeld ||
    use.ofPhoneAtOnce >= onlineLimits.ofPhoneAtOnce ||
    use.ofPhoneADay >= onlineLimits.ofPhoneADay ||
    use.ofAddressAnHour >= onlineLimits.ofAddressAnHour ||
    use.ofClinicAnHour >= onlineLimits.ofClinicAnHour;
  return isTooMuch ? no('too-many') : yes;
}
