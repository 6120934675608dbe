import type { Clinic } from '#domain/staff/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { RowActions } from '#web/ui/row-actions.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useClinics } from './api.ts';
import { staffWords } from './words.ts';

export function ClinicTable({ onEdit }: { onEdit: (clinic: Clinic) => void }) {
  const say = useWords(staffWords);
  const mayManage = useMay('organization.manage');
  const clinics = useClinics();

  const columns: Column<Clinic>[] = [
    { key: 'name', title: say('clinic.name'), leads: true, show: ({ name }) => name },
    {
      key: 'address',
      title: say('clinic.address'),
      show: ({ address }) => address ?? <span className="soft">{say('clinic.unknown')}</span>,
    },
    {
      key: 'phone',
      title: say('clinic.phone'),
      show: ({ phone }) => phone ?? <span className="soft">{say('clinic.unknown')}</span>,
    },
    { key: 'timezone', title: say('clinic.timezone'), show: ({ timezone }) => timezone },
  ];
  if (mayManage) {
    columns.push({
      key: 'actions',
      title: '',
      width: 48,
      align: 'right',
      show: (clinic) => (
        <RowActions
          label={say('actions', { name: clinic.name })}
          actions={[{ key: 'edit', label: say('edit'), onDo: () => onEdit(clinic) }]}
        />
      ),
    });
  }
  return (
    <DataTable
      label={say('clinic.title')}
      columns={columns}
      rows={clinics.data?.items}
      error={clinics.error}
      onRetry={() => void clinics.refetch()}
      empty={<EmptyState text={say('clinic.empty')} />}
    />
  );
}
