import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { RecoveryCase } from '#domain/recovery/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useCase } from '#web/modules/recovery/api.ts';
import { AssignDrawer, MarkDrawer } from '#web/modules/recovery/case-drawers.tsx';
import { CaseSheet } from '#web/modules/recovery/case-sheet.tsx';
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
      <CaseSheet of={of} />
    </Page>
  );
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
