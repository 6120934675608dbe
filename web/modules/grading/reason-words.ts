import type { GradeReason } from '#domain/grading/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { gradingWords } from './words.ts';

/** A reason in words, with its facts. */
export function useReasonText(clinicId?: string): (reason: GradeReason) => string {
  const say = useWords(gradingWords);
  const dates = useDates(clinicId);
  const money = useMoney();

  return (reason) => {
    switch (reason.code) {
      case 'dissatisfied':
        return say('why.dissatisfied', { ...reason, at: dates.dayOfInstant(reason.at) });
      case 'open-case':
        return say('why.open-case', { count: reason.cases.length });
      case 'technical-risk':
        return say('why.technical-risk', { count: reason.risks.length });
      case 'unmet-condition':
        return say('why.unmet-condition', { count: reason.conditions.length });
      case 'spend':
      case 'spend-kept': {
        const { months, fen, thresholdFen } = reason;
        const sums = { months, paid: money(fen), threshold: money(thresholdFen) };
        return reason.code === 'spend'
          ? say('why.spend', sums)
          : say('why.spend-kept', { ...sums, kept: money(reason.keptFromFen) });
      }
      case 'referrals':
        return say('why.referrals', { count: reason.referred.length, needed: reason.needed });
      case 'influence':
        return say('why.influence');
      case 'potential':
        return say(reason.hasMeans ? 'why.potential' : 'why.potential.need', { count: reason.needs.length });
      case 'withheld':
        return say('why.withheld');
      case 'ordinary':
        return say('why.ordinary');
      case 'override':
        return say('why.override', { reason: reason.reason, until: dates.day(reason.until) });
    }
  };
}
