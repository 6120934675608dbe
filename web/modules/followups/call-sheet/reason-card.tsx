import { UserSwitchOutlined } from '@ant-design/icons';
import type { CallSheetFollowup } from '#domain/followups/contract.ts';
import type { RetryPolicy } from '#domain/followups/retry-policy.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useLadder } from '../ladder.ts';
import { useMatter } from '../matter.ts';
import { followupsWords } from '../words.ts';
import { WayNow } from './way-now.tsx';
import { WhySo } from './why-so.tsx';

interface ReasonCardProps {
  followup: CallSheetFollowup;
  retry: RetryPolicy;
  startsOpen: boolean;
}

/** Why this followup exists: what happened, which rule asks for it, by when, and who holds it. */
export function ReasonCard({ followup, retry, startsOpen }: ReasonCardProps) {
  const ladder = useLadder();
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const sayFollowup = useWords(followupWords);
  const matter = useMatter();
  const dates = useDates(followup.clinicId);
  const now = useNow();
  const { late, text } = dates.windowLeft(followup.closesAt, now);
  const { event, eventAt, opensAt, closesAt, escalation, tries, formUnsent } = followup;

  return (
    <details className="reason-card" open={startsOpen}>
      <summary>
        <h3>{matter(followup)}</h3>
        <StatusTag meaning={late ? 'overdue' : 'soon'}>{text}</StatusTag>
        <StatusTag meaning="neutral" icon={null}>
          {sayClinic(`purpose.${followup.purpose}`)}
        </StatusTag>
        {escalation && (
          <StatusTag meaning="risk" icon={<UserSwitchOutlined />}>
            {sayFollowup(`escalation.${escalation}`)}
          </StatusTag>
        )}
      </summary>
      <dl className="facts">
        <dt>{say('because')}</dt>
        <dd>
          {sayClinic(`event.${event}`)} · {dates.shortDateTime(eventAt)}
        </dd>
        <dt>{say('window')}</dt>
        <dd>
          {say('window.range', { from: dates.shortDateTime(opensAt), to: dates.shortDateTime(closesAt) })}
        </dd>
        <dt>{say('holder')}</dt>
        <dd>
          {followup.assigneeName ?? `${sayFollowup('nobody')} · ${sayClinic(`role.${followup.role}`)}`}
          {tries > 0 && <span className="soft"> · {sayFollowup('tries', { count: tries })}</span>}
        </dd>
        <WayNow followup={followup} retry={retry} />
        {formUnsent && (
          <>
            <dt>{say('unsent')}</dt>
            <dd>
              <StatusTag meaning="soon">
                {say(`unsent.${formUnsent.because}`, { at: dates.shortDateTime(formUnsent.at) })}
              </StatusTag>
            </dd>
          </>
        )}
        {!escalation && (
          <>
            <dt>{say('ladder')}</dt>
            <dd>{ladder(retry, followup)}</dd>
          </>
        )}
      </dl>
      <WhySo followupId={followup.id} clinicId={followup.clinicId} />
    </details>
  );
}
