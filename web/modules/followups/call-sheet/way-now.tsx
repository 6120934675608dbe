import type { CallSheetFollowup } from '#domain/followups/contract.ts';
import type { RetryPolicy } from '#domain/followups/retry-policy.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from '../words.ts';

/** By which way it is this followup's turn after silence, and why by that one. */
export function WayNow({ followup, retry }: { followup: CallSheetFollowup; retry: RetryPolicy }) {
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const { nextChannel, ways, tries: count } = followup;
  if (nextChannel === null) return null;
  const way = sayClinic(`channel.${nextChannel}`);
  const planned = retry.rungs[count - 1]?.channel;
  const why = () => {
    if (planned === nextChannel) return say('way.rung', { way, count });
    if (planned === undefined || ways.includes(planned)) return say('way.wish', { way });
    return say('way.instead', { way, planned: sayClinic(`channel.${planned}`) });
  };
  return (
    <>
      <dt>{say('way.now')}</dt>
      <dd>{why()}</dd>
    </>
  );
}
