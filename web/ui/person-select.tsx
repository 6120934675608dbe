import type { SelectProps } from 'antd';
import type { StaffMember } from '#domain/staff/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from './select.tsx';

export type Colleague = Pick<StaffMember, 'id' | 'name' | 'role' | 'treats' | 'state'>;

interface PersonSelectProps extends Omit<SelectProps<string>, 'options'> {
  people: readonly Colleague[];
}

/** A colleague by name, with the role for those who share one. */
export function PersonSelect({ people, ...rest }: PersonSelectProps) {
  const sayClinic = useWords(clinicWords);
  return (
    <Select<string>
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={people
        .filter(({ id, state }) => state !== 'disabled' || id === rest.value)
        .map(({ id, name, role }) => ({ value: id, label: `${name} · ${sayClinic(`role.${role}`)}` }))}
      {...rest}
    />
  );
}

interface PeopleSelectProps extends Omit<SelectProps<string[]>, 'options' | 'mode'> {
  people: readonly Colleague[];
}

/** Several colleagues by name, with their roles. */
export function PeopleSelect({ people, ...rest }: PeopleSelectProps) {
  const sayClinic = useWords(clinicWords);
  return (
    <Select<string[]>
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      options={people.map(({ id, name, role }) => ({
        value: id,
        label: `${name} · ${sayClinic(`role.${role}`)}`,
      }))}
      {...rest}
    />
  );
}
