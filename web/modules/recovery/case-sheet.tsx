import { Steps } from 'antd';
import type { RecoveryCase } from '#domain/recovery/contract.ts';
import { caseSteps } from '#domain/recovery/recovery-case.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { CaseHistory, CaseSigns } from './case-history.tsx';
import { CaseNow } from './case-now.tsx';
import { CaseRemedies } from './case-remedies.tsx';
import { recoveryWords } from './words.ts';

/** How far it is, what they said, what is to be done now, and what was done. */
export function CaseSheet({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const narrow = useNarrowScreen();
  const at = of.state === 'open' ? caseSteps.indexOf(of.step) : caseSteps.length;
  return (
    <div className="rows">
      <div className="panel">
        <Steps
          size="small"
          current={at}
          titlePlacement={narrow ? 'vertical' : 'horizontal'}
          responsive={false}
          items={caseSteps.map((step) => ({ title: say(`step.short.${step}`) }))}
        />
        <Limits of={of} />
      </div>
      <div className="case-columns">
        <div className="rows">
          <CaseSigns of={of} />
          <CaseNow key={`${of.step} ${of.state}`} of={of} />
        </div>
        <div className="rows">
          <CaseRemedies of={of} />
          <CaseHistory of={of} />
        </div>
      </div>
    </div>
  );
}

function Limits({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const dates = useDates(of.clinicId);
  const { owner, about, cause, causes, firstScore, secondScore } = of;
  const parts = [
    owner && `${say('owner')} ${owner.name}`,
    about.length > 0 && `${say('who')} ${about.map(({ name }) => name).join('、')}`,
    cause && `${say('cause')} ${causes.find(({ key }) => key === cause)?.name ?? cause}`,
    firstScore !== null && say('score.first', { score: firstScore }),
    secondScore !== null && say('score.second', { score: secondScore }),
    of.state === 'open' && say('clock.whole', { at: dates.shortDateTime(of.resolveBy) }),
    of.formalDueAt && say('clock.formal', { at: dates.shortDateTime(of.formalDueAt) }),
  ];
  return <p className="soft case-limits">{parts.filter(Boolean).join(' · ')}</p>;
}
