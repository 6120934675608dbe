import { Alert } from 'antd';
import type { CallSheet } from '#domain/followups/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { followupsWords } from '../words.ts';

/** How this customer wants to be reached, and whether now is an hour for it. */
export function DiscreetNotice({ sheet }: { sheet: CallSheet }) {
  const say = useWords(followupsWords);
  const listed = useListed();
  const dates = useDates(sheet.clinic.id);
  if (!sheet.discreet) return null;
  const { profile, maySpeakNow, nextSafeAt } = sheet.discreet;
  const { mayPickUp, safeHours, callerAlias, neverSay, mayJoinGroups, mayNameTreatments } = profile;
  const when = maySpeakNow
    ? say(safeHours.length > 0 ? 'discreet.now' : 'discreet.anyHour')
    : nextSafeAt === null
      ? say('discreet.notNow')
      : say('discreet.notNow.next', { at: dates.shortDateTime(nextSafeAt) });
  const wishes = [
    callerAlias && say('discreet.alias', { alias: callerAlias }),
    mayPickUp.length > 0
      ? say('discreet.mayPickUp', { who: listed(mayPickUp) })
      : say('discreet.onlyTheCustomer'),
    neverSay.length > 0 && say('discreet.neverSay', { words: listed(neverSay) }),
    !mayNameTreatments && say('discreet.noTreatments'),
    !mayJoinGroups && say('discreet.noGroups'),
  ].filter((wish) => wish !== false && wish !== null);

  return (
    <Alert
      className="discreet-notice"
      type={maySpeakNow ? 'warning' : 'error'}
      showIcon
      role={maySpeakNow ? 'note' : 'alert'}
      title={`${say('discreet')} · ${when}`}
      description={wishes.join(say('discreet.between'))}
    />
  );
}
