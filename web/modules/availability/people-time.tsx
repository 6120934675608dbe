import type { StaffAvailability } from '#domain/availability/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import type { Colleague } from '#web/ui/person-select.tsx';
import { RowActions } from '#web/ui/row-actions.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { HoursText } from './hours-text.tsx';
import { LeaveList } from './leave-list.tsx';
import { availabilityWords } from './words.ts';
import './availability.css';

export type TimeDeed = 'hours' | 'leave';

interface PeopleTimeProps {
  people: readonly Colleague[];
  availability: readonly StaffAvailability[] | undefined;
  error: unknown;
  mayManage: boolean;
  onRetry: () => void;
  onDeed: (deed: TimeDeed, person: Colleague) => void;
}

type Row = Colleague & { time: StaffAvailability };

/** Everybody's hours and leave. */
export function PeopleTime({ people, availability, mayManage, onDeed, ...state }: PeopleTimeProps) {
  const say = useWords(availabilityWords);
  const sayClinic = useWords(clinicWords);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '–';
  const rows = availability?.flatMap((time): Row[] => {
    const person = people.find(({ id }) => id === time.staffId);
    return person ? [{ ...person, time }] : [];
  });
  const columns: Column<Row>[] = [
    { key: 'name', title: say('name'), leads: true, show: ({ name }) => name },
    { key: 'role', title: say('role'), show: ({ role }) => sayClinic(`role.${role}`) },
    { key: 'hours', title: say('hours'), show: ({ time }) => <HoursText hours={time.hours} /> },
    {
      key: 'leaves',
      title: say('leaves'),
      show: ({ time }) => (
        <LeaveList leaves={time.leaves} nameOf={nameOf} isMine={false} mayWithdraw={mayManage} />
      ),
    },
  ];
  if (mayManage) {
    columns.push({
      key: 'actions',
      title: '',
      width: 48,
      align: 'right',
      show: (person) => (
        <RowActions
          label={say('actions', { name: person.name })}
          actions={[
            { key: 'hours', label: say('hours.edit'), onDo: () => onDeed('hours', person) },
            { key: 'leave', label: say('leave'), onDo: () => onDeed('leave', person) },
          ]}
        />
      ),
    });
  }
  return (
    <DataTable
      label={say('people')}
      columns={columns}
      rows={rows}
      {...state}
      empty={<EmptyState text={say('empty')} />}
    />
  );
}
