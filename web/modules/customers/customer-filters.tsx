import { DatePicker } from 'antd';
import { genders, type ListCustomers } from '#domain/customers/contract.ts';
import { grades } from '#domain/grading/rule-set.ts';
import type { z } from 'zod';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { gradeWords } from '#web/lib/grade-words.ts';
import { useChosenClinic, useMe } from '#web/lib/me.ts';
import { useUsualSources } from '#web/lib/usual-sources.ts';
import { useWords } from '#web/lib/words.ts';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { AutoComplete, Select } from '#web/ui/select.tsx';
import { customersWords } from './words.ts';

export type CustomerFilter = z.output<typeof ListCustomers>;

interface CustomerFiltersProps {
  filter: CustomerFilter;
  colleagues: readonly Colleague[];
  onChange: (change: Partial<CustomerFilter>) => void;
}

export function CustomerFilters({ filter, colleagues, onChange }: CustomerFiltersProps) {
  const say = useWords(customersWords);
  const sayClinic = useWords(clinicWords);
  const sayGrade = useWords(gradeWords);
  const { clinics } = useMe();
  const chosen = useChosenClinic();
  const sources = useUsualSources();

  return (
    <div className="filters" role="search">
      <SearchBox
        label={say('search')}
        value={filter.search}
        onSearch={(search) => onChange({ search })}
        style={{ width: 300 }}
      />
      {clinics.length > 1 && !chosen && (
        <Select
          allowClear
          aria-label={say('clinic')}
          placeholder={say('any.clinic')}
          value={filter.clinicId}
          options={clinics.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(clinicId) => onChange({ clinicId })}
          style={{ width: 160 }}
        />
      )}
      <PersonSelect
        allowClear
        aria-label={say('owner')}
        placeholder={say('any.owner')}
        people={colleagues}
        value={filter.ownerId ?? null}
        onChange={(ownerId) => onChange({ ownerId })}
        style={{ width: 160 }}
      />
      <AutoComplete
        allowClear
        aria-label={say('source')}
        placeholder={say('any.source')}
        defaultValue={filter.channelSource}
        options={sources}
        onSelect={(channelSource: string | undefined) => onChange({ channelSource })}
        onClear={() => onChange({ channelSource: undefined })}
        onBlur={({ target }) => onChange({ channelSource: textIn(target) })}
        style={{ width: 150 }}
      />
      <Select
        allowClear
        aria-label={say('gender')}
        placeholder={say('any.gender')}
        value={filter.gender}
        options={genders.map((gender) => ({ value: gender, label: sayClinic(`gender.${gender}`) }))}
        onChange={(gender) => onChange({ gender })}
        style={{ width: 110 }}
      />
      <Select
        allowClear
        aria-label={sayGrade('grade')}
        placeholder={sayGrade('any')}
        value={filter.grade}
        options={grades.map((grade) => ({ value: grade, label: `${grade} ${sayGrade(grade)}` }))}
        onChange={(grade) => onChange({ grade })}
        style={{ width: 130 }}
      />
      <DatePicker.RangePicker
        aria-label={say('visited')}
        placeholder={[say('visited.from'), say('visited.to')]}
        allowEmpty={[true, true]}
        value={[
          filter.visitedFrom ? pickable(filter.visitedFrom) : null,
          filter.visitedTo ? pickable(filter.visitedTo) : null,
        ]}
        onChange={(days) =>
          onChange({
            visitedFrom: days?.[0] ? pickedDay(days[0]) : undefined,
            visitedTo: days?.[1] ? pickedDay(days[1]) : undefined,
          })
        }
        style={{ width: 250 }}
      />
    </div>
  );
}

function textIn(target: EventTarget): string | undefined {
  return (target instanceof HTMLInputElement && target.value.trim()) || undefined;
}
