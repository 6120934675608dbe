import { Link } from '@tanstack/react-router';
import { Button, DatePicker, Segmented } from 'antd';
import { z } from 'zod';
import { calendarDateShape, dayAt, hourAt } from '#domain/base/time.ts';
import type { Huddle } from '#domain/huddles/contract.ts';
import { huddleKinds, withoutOwner, type HuddleKind } from '#domain/huddles/pack.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickable, pickedDay, useDates } from '#web/lib/dates.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useFinishHuddle, useHuddle, useMakeHuddle } from '#web/modules/huddles/api.ts';
import { HuddleSheet } from '#web/modules/huddles/huddle-sheet.tsx';
import { huddleWords } from '#web/modules/huddles/words.ts';
import { PrintReminder } from '#web/modules/papersheets/print-reminder.tsx';
import { useStaff } from '#web/modules/staff/api.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useOneClinic } from '#web/ui/one-clinic.tsx';
import { Page } from '#web/ui/page.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';

const Filter = z.strictObject({ kind: z.enum(huddleKinds).optional(), day: calendarDateShape.optional() });

/** The meeting before and after the day (idea 19): what the system found, who takes it, and by when. */
export function HuddlesPage() {
  const say = useWords(huddleWords);
  const [filter, setFilter] = useUrlFilters(Filter);
  const { clinicId = '', choice } = useOneClinic();
  const { zone } = useDates(clinicId);
  const now = useNow();
  const today = dayAt(now, zone);
  const kind = filter.kind ?? (hourAt(now, zone) < 14 ? 'morning' : 'evening');
  const day = filter.day ?? today;
  const huddle = useHuddle({ clinicId, kind, day });
  const people = (useStaff().data?.items ?? []).filter(({ role }) => role !== 'admin');

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        <>
          {choice}
          <Segmented<HuddleKind>
            value={kind}
            onChange={(kind) => setFilter({ kind })}
            options={huddleKinds.map((kind) => ({ value: kind, label: say(kind) }))}
          />
          <DatePicker
            allowClear={false}
            aria-label={say('day')}
            value={pickable(day)}
            onChange={(picked) => picked && setFilter({ day: pickedDay(picked) })}
          />
          <Button className="no-print" onClick={() => window.print()}>
            {say('print')}
          </Button>
        </>
      }
    >
      {kind === 'evening' && day === today && clinicId && (
        <PrintReminder clinicId={clinicId} link={(text) => <Link to="/paper-sheets">{text}</Link>} />
      )}
      <Loaded of={huddle}>
        {(huddle) => (
          <div className="rows">
            <Head huddle={huddle} isToday={day === today} />
            {huddle.id !== null && <HuddleSheet huddle={huddle} people={people} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Head({ huddle, isToday }: { huddle: Huddle; isToday: boolean }) {
  const say = useWords(huddleWords);
  const dates = useDates(huddle.clinicId);
  const tell = useTell();
  const make = useMakeHuddle();
  const finish = useFinishHuddle();
  const { id, lines, clinicId, kind } = huddle;
  const makeIt = (
    <Button
      className="no-print"
      loading={make.isPending}
      onClick={() => make.mutate({ clinicId, kind }, { onError: tell.failed })}
    >
      {say(id === null ? 'make' : 'refresh')}
    </Button>
  );
  if (id === null)
    return <EmptyState text={say(isToday ? 'none' : 'none.past')} action={isToday && makeIt} />;
  const open = withoutOwner(lines);
  return (
    <div className="line">
      <span className="soft">
        {say('made', {
          at: dates.shortDateTime(huddle.madeAt!),
          count: lines.length,
          carried: lines.filter(({ isCarried }) => isCarried).length,
        })}
      </span>
      {huddle.heldAt !== null ? (
        <StatusTag meaning="done">
          {say('held', { name: huddle.heldByName ?? '', at: dates.shortDateTime(huddle.heldAt) })}
        </StatusTag>
      ) : (
        <>
          {isToday && makeIt}
          <Button
            type="primary"
            className="no-print"
            disabled={open > 0}
            loading={finish.isPending}
            onClick={() =>
              finish.mutate(id, { onSuccess: () => tell.done(say('finish.done')), onError: tell.failed })
            }
          >
            {say('finish')}
          </Button>
          {open > 0 && <span className="soft no-print">{say('finish.left', { count: open })}</span>}
        </>
      )}
    </div>
  );
}
