import { z } from 'zod';
import type { StaffMember } from '#domain/staff/contract.ts';
import { roles } from '#domain/staff/role.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { SearchBox } from '#web/ui/search-box.tsx';
import { Select } from '#web/ui/select.tsx';
import { staffWords } from './words.ts';

const states = ['invited', 'active', 'disabled'] as const;

export const StaffFilter = z.object({
  search: z.string().max(80).default(''),
  role: z.enum(roles).optional(),
  state: z.enum(states).optional(),
  clinicId: z.string().optional(),
});
export type StaffFilter = z.infer<typeof StaffFilter>;

export function staffFitting(staff: readonly StaffMember[], filter: StaffFilter): StaffMember[] {
  const wanted = filter.search.trim().toLowerCase();
  return staff.filter(
    ({ name, login, role, state, allClinics, clinicIds }) =>
      `${name} ${login ?? ''}`.toLowerCase().includes(wanted) &&
      (!filter.role || role === filter.role) &&
      (!filter.state || state === filter.state) &&
      (!filter.clinicId || allClinics || clinicIds.includes(filter.clinicId)),
  );
}

interface StaffFiltersProps {
  filter: StaffFilter;
  onChange: (change: Partial<StaffFilter>) => void;
}

export function StaffFilters({ filter, onChange }: StaffFiltersProps) {
  const say = useWords(staffWords);
  const sayClinic = useWords(clinicWords);
  const { clinics } = useMe();

  return (
    <div className="filters" role="search">
      <SearchBox
        label={say('search')}
        value={filter.search}
        onSearch={(search = '') => onChange({ search })}
        style={{ width: 200 }}
      />
      <Select
        allowClear
        aria-label={say('role')}
        placeholder={say('any.role')}
        value={filter.role}
        options={roles.map((role) => ({ value: role, label: sayClinic(`role.${role}`) }))}
        onChange={(role) => onChange({ role })}
        style={{ width: 150 }}
      />
      <Select
        allowClear
        aria-label={say('state')}
        placeholder={say('any.state')}
        value={filter.state}
        options={states.map((state) => ({ value: state, label: say(`state.${state}`) }))}
        onChange={(state) => onChange({ state })}
        style={{ width: 150 }}
      />
      {clinics.length > 1 && (
        <Select
          allowClear
          aria-label={say('clinics')}
          placeholder={say('any.clinic')}
          value={filter.clinicId}
          options={clinics.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(clinicId) => onChange({ clinicId })}
          style={{ width: 150 }}
        />
      )}
    </div>
  );
}
