import type { ReleaseRule } from '#domain/ownership/release-rules.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { ownershipWords } from './words.ts';

/** What a rule says, as a sentence. */
export function useRuleSentence() {
  const say = useWords(ownershipWords);
  const listed = useListed();
  return (rule: ReleaseRule): string => {
    const shared = {
      kind: say(`kind.${rule.ownerKind}`),
      grades: rule.grades.length === 0 ? '' : say('says.grades', { grades: listed(rule.grades) }),
      decider: say(`decider.${rule.decidedBy}`),
    };
    return rule.clock === 'no-visit'
      ? say('says.no-visit', { ...shared, months: rule.months, day: rule.reviewDay })
      : say(`says.${rule.clock}`, { ...shared, days: rule.days });
  };
}
