import { Link, useParams } from '@tanstack/react-router';
import { Button, Steps } from 'antd';
import { useState } from 'react';
import type { RecoveryCase } from '#domain/recovery/contract.ts';
import { caseSteps } from '#domain/recovery/recovery-case.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/narrow-screen.ts';
import { useWords } from '#web/lib/words.ts';
import { useCase } from '#web/modules/recovery/api.ts';
import { AssignDrawer, MarkDrawer } from '#web/modules/recovery/case-drawers.tsx';
import { CaseHistory, CaseSigns } from '#web/modules/recovery/case-history.tsx';
import { CaseNow } from '#web/modules/recovery/case-now.tsx';
import { CaseRemedies } from '#web/modules/recovery/case-remedies.tsx';
import { CaseClock, CaseMarks } from '#web/modules/recovery/case-tags.tsx';
import { recoveryWords } from '#web/modules/recovery/words.ts';
import { useStaff } from '#web/modules/staff/api.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';
import '#web/modules/recovery/recovery.css';

/** One matter somebody is unhappy with: what they said, how it stands, and what is to be done now. */
export function CasePage() {
  const { id = '' } = useParams({ strict: false });
  return <Loaded of={useCase(id)}>{(found) => <WholeCase of={found} />}</Loaded>;
}

function WholeCase({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const narrow = useNarrowScreen();
  const at = of.state === 'open' ? caseSteps.indexOf(of.step) : caseSteps.length;
  return (
    <Page
      title={say('title')}
      about={
        <span className="line">
          <Link to="/customers/$id" params={{ id: of.customer.id }}>
            {of.customer.name}
          </Link>
          <span>{of.customer.number}</span>
          <CaseClock of={of} />
          <CaseMarks of={of} />
        </span>
      }
      actions={<Supervise of={of} />}
    >
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
    </Page>
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

function Supervise({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const colleagues = useStaff().data?.items ?? [];
  const [open, setOpen] = useState<'assign' | 'mark' | null>(null);
  if (!of.may.direct.allowed) return null;
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen('assign')}>{say('assign')}</Button>
      <Button onClick={() => setOpen('mark')}>{say('mark')}</Button>
      <AssignDrawer of={of} colleagues={colleagues} open={open === 'assign'} onClose={close} />
      <MarkDrawer of={of} open={open === 'mark'} onClose={close} />
    </>
  );
}
