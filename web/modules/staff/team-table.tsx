import type { Team } from '#domain/staff/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useClinics, useStaff, useTeams } from './api.ts';
import { staffWords } from './words.ts';

export function TeamTable({ onEdit }: { onEdit?: (team: Team) => void }) {
  const say = useWords(staffWords);
  const sayClinic = useWords(clinicWords);
  const listed = useListed();
  const teams = useTeams();
  const clinics = useClinics();
  const staff = useStaff();
  const clinicName = (id: string) => clinics.data?.items.find((clinic) => clinic.id === id)?.name ?? '–';
  const membersOf = (team: Team) =>
    staff.data?.items.filter(({ teamIds, state }) => state !== 'disabled' && teamIds.includes(team.id)) ?? [];

  return (
    <DataTable
      label={say('team.title')}
      rows={teams.data?.items}
      error={teams.error}
      onRetry={() => void teams.refetch()}
      empty={<EmptyState text={say('team.empty')} />}
      {...(onEdit && { onOpen: onEdit })}
      columns={[
        { key: 'name', title: say('team.name'), leads: true, show: ({ name }) => name },
        { key: 'kind', title: say('team.kind'), show: ({ kind }) => sayClinic(`team.${kind}`) },
        {
          key: 'clinic',
          title: say('team.clinic'),
          show: ({ clinicId }) => (clinicId ? clinicName(clinicId) : say('team.clinic.none')),
        },
        {
          key: 'members',
          title: say('team.members'),
          show: (team) => listed(membersOf(team).map(({ name }) => name)),
        },
      ]}
    />
  );
}
