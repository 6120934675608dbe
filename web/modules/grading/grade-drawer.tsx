import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { CustomerGrade } from '#domain/grading/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { gradeWords } from '#web/lib/grade-words.ts';
import { useMay } from '#web/lib/me.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { AskOverrideDrawer } from './ask-override-drawer.tsx';
import { DecideOverride } from './decide-override.tsx';
import { ReasonList } from './reason-list.tsx';
import { gradingWords } from './words.ts';
import './grading.css';

interface GradeDrawerProps {
  customer: { id: string; name: string; clinicId: string };
  grade: CustomerGrade;
  open: boolean;
  onClose: () => void;
}

/** The grade with its reasons, what was set by hand, and how it came to be. */
export function GradeDrawer({ customer, grade, open, onClose }: GradeDrawerProps) {
  const say = useWords(gradingWords);
  const sayGrade = useWords(gradeWords);
  const dates = useDates(customer.clinicId);
  const narrow = useNarrowScreen();
  const mayAsk = useMay('customers.write');
  const [asking, setAsking] = useState(false);
  const { source, byRule, override, proposal, history, since, frozen } = grade;

  return (
    <Drawer
      title={`${say('details')} · ${customer.name}`}
      open={open}
      onClose={onClose}
      size={narrow ? '100%' : 440}
    >
      <div className="grade-drawer">
        <p className="line">
          <GradeTag grade={grade.grade} />
          {since && <span className="soft">{say('since', { at: dates.dateTime(since) })}</span>}
        </p>
        <ReasonList reasons={grade.reasons} clinicId={customer.clinicId} />
        {source === 'override' && (
          <>
            <p className="soft">{say('byRule', { grade: `${byRule.grade} ${sayGrade(byRule.grade)}` })}</p>
            <ReasonList reasons={byRule.reasons} clinicId={customer.clinicId} />
          </>
        )}
        {frozen.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={sayGrade('frozen')}
            description={sayGrade('frozen.why')}
            style={{ marginTop: 12 }}
          />
        )}
        <h3>{say('override')}</h3>
        {override && (
          <>
            <p>
              {say('override.inForce', {
                by: override.proposedByName,
                approver: override.approvedByName ?? '',
                until: dates.day(override.until),
              })}
            </p>
            <DecideOverride override={override} />
          </>
        )}
        {proposal && (
          <>
            <p>
              {say('override.waits', {
                by: proposal.proposedByName,
                grade: `${proposal.grade} ${sayGrade(proposal.grade)}`,
                until: dates.day(proposal.until),
              })}
            </p>
            <p className="soft">{proposal.reason}</p>
            <DecideOverride override={proposal} />
          </>
        )}
        {mayAsk && (
          <Button onClick={() => setAsking(true)} style={{ marginTop: 8 }}>
            {say(proposal ? 'override.askAgain' : 'override.ask')}
          </Button>
        )}
        <h3>{say('history')}</h3>
        {history.length === 0 && <p className="soft">{say('history.none')}</p>}
        <ul className="grade-history">
          {history.map(({ id, before, grade: to, source: by, at, reasons }) => (
            <li key={id}>
              <span className="line">
                <b>{say('history.step', { before, grade: to })}</b>
                <span className="soft">{dates.dateTime(at)}</span>
                {by === 'override' && <span className="soft">{say('history.hand')}</span>}
              </span>
              <ReasonList reasons={reasons} clinicId={customer.clinicId} />
            </li>
          ))}
        </ul>
      </div>
      <AskOverrideDrawer customer={customer} open={asking} onClose={() => setAsking(false)} />
    </Drawer>
  );
}
