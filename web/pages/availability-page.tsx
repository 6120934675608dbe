import { useState } from 'react';
import { doersFirst, workOf } from '#domain/staff/role.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useAvailability } from '#web/modules/availability/api.ts';
import { HoursDrawer } from '#web/modules/availability/hours-drawer.tsx';
import { LeaveDrawer } from '#web/modules/availability/leave-drawer.tsx';
import { MyTime } from '#web/modules/availability/my-time.tsx';
import { PeopleTime, type TimeDeed } from '#web/modules/availability/people-time.tsx';
import { availabilityWords } from '#web/modules/availability/words.ts';
import { useStaff } from '#web/modules/staff/api.ts';
import { Page } from '#web/ui/page.tsx';

/** Who works when and who is away: one's own on top, the colleagues below. */
export function AvailabilityPage() {
  const say = useWords(availabilityWords);
  const me = useMe();
  const mayManage = useMay('staff.manage');
  const availability = useAvailability();
  const staff = useStaff().data?.items ?? [];
  const [asking, setAsking] = useState<{ deed: TimeDeed; id: string } | null>(null);
  const of = (id: string) => availability.data?.items.find(({ staffId }) => staffId === id);
  const nameOf = (id: string) => staff.find((person) => person.id === id)?.name ?? '–';
  const mine = of(me.staffId);
  const asked = asking && of(asking.id);
  const askedFor = staff.find(({ id }) => id === asking?.id);
  const person = { id: asking?.id ?? '', name: nameOf(asking?.id ?? ''), isMe: asking?.id === me.staffId };
  const standIns = doersFirst(
    staff.filter(({ id, state, role }) => id !== asking?.id && state === 'active' && role !== 'admin'),
    askedFor ? workOf(askedFor) : [],
  );
  const done = { open: true, onClose: () => setAsking(null) };

  return (
    <Page title={say('title')} about={say('about')}>
      {mine && <MyTime mine={mine} nameOf={nameOf} onDeed={(deed) => setAsking({ deed, id: me.staffId })} />}
      <PeopleTime
        people={staff}
        availability={availability.data?.items}
        error={availability.error}
        onRetry={() => void availability.refetch()}
        mayManage={mayManage}
        onDeed={(deed, { id }) => setAsking({ deed, id })}
      />
      {asked && asking.deed === 'hours' && <HoursDrawer person={person} availability={asked} {...done} />}
      {asked && asking.deed === 'leave' && <LeaveDrawer person={person} colleagues={standIns} {...done} />}
    </Page>
  );
}
