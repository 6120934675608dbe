import type { StaffMember } from '#domain/staff/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { RowActions, type RowAction } from '#web/ui/row-actions.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { uiWords } from '#web/ui/words.ts';
import { useClinics, useStaff, useTeams } from './api.ts';
import { staffFitting, type StaffFilter } from './staff-filters.tsx';
import { staffWords } from './words.ts';

export type StaffDeed = 'edit' | 'invite-again' | 'disable' | 'enable';

interface StaffTableProps {
  filter: StaffFilter;
  onDeed: (deed: StaffDeed, member: StaffMember) => void;
}

export function StaffTable({ filter, onDeed }: StaffTableProps) {
  const say = useWords(staffWords);
  const sayUi = useWords(uiWords);
  const sayClinic = useWords(clinicWords);
  const me = useMe();
  const mayManage = useMay('staff.manage');
  const dates = useDates();
  const now = useNow(60);
  const staff = useStaff();
  const clinics = useClinics();
  const teams = useTeams();
  const listed = useListed();
  const namesOf = (ids: readonly string[], items: readonly { id: string; name: string }[] = []) =>
    listed(ids.flatMap((id) => items.find((item) => item.id === id)?.name ?? []));

  const posts = ({ role, treats }: StaffMember) =>
    listed([sayClinic(`role.${role}`), ...(treats && role !== 'doctor' ? [say('treats')] : [])]);

  const deedsFor = (member: StaffMember): RowAction[] => {
    const deed = (key: StaffDeed, label: string, dangerous = false) => ({
      key,
      label,
      dangerous,
      onDo: () => onDeed(key, member),
    });
    const isMe = member.id === me.staffId;
    return [
      deed('edit', say('edit')),
      ...(isMe || member.state === 'disabled' ? [] : [deed('invite-again', say('again'))]),
      ...(isMe
        ? []
        : [
            member.state === 'disabled'
              ? deed('enable', say('enable'))
              : deed('disable', say('disable'), true),
          ]),
    ];
  };

  const columns: Column<StaffMember>[] = [
    {
      key: 'name',
      title: say('name'),
      leads: true,
      show: ({ id, name }) => (
        <>
          {name} {id === me.staffId && <span className="soft">{say('me')}</span>}
        </>
      ),
    },
    { key: 'login', title: say('login'), show: ({ login }) => login ?? '–' },
    { key: 'role', title: say('role'), show: (member) => posts(member) },
    {
      key: 'clinics',
      title: say('clinics'),
      show: ({ allClinics, clinicIds }) =>
        allClinics ? say('clinics.all') : namesOf(clinicIds, clinics.data?.items),
    },
    { key: 'teams', title: say('teams'), show: ({ teamIds }) => namesOf(teamIds, teams.data?.items) },
    { key: 'state', title: say('state'), show: ({ state }) => <StaffState state={state} /> },
    {
      key: 'lastSignIn',
      title: say('lastSignIn'),
      show: ({ lastSignInAt }) => (
        <span className="nowrap">{lastSignInAt ? dates.fromNow(lastSignInAt, now) : say('never')}</span>
      ),
    },
  ];
  if (mayManage) {
    columns.push({
      key: 'actions',
      title: '',
      width: 48,
      align: 'right',
      show: (member) => (
        <RowActions label={say('actions', { name: member.name })} actions={deedsFor(member)} />
      ),
    });
  }

  const rows = staff.data && staffFitting(staff.data.items, filter);
  return (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={rows}
      error={staff.error}
      onRetry={() => void staff.refetch()}
      empty={<EmptyState text={staff.data?.items.length ? sayUi('empty.filtered') : say('empty')} />}
    />
  );
}

function StaffState({ state }: Pick<StaffMember, 'state'>) {
  const say = useWords(staffWords);
  const meaning = { invited: 'soon', active: 'done', disabled: 'neutral' } as const;
  return <StatusTag meaning={meaning[state]}>{say(`state.${state}`)}</StatusTag>;
}
