import { FilterOutlined } from '@ant-design/icons';
import { Badge, Button, Popover } from 'antd';
import { purposes } from '#domain/contacts/contact.ts';
import { grades } from '#domain/grading/rule-set.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { gradeWords } from '#web/lib/grade-words.ts';
import { useWords } from '#web/lib/words.ts';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { Select } from '#web/ui/select.tsx';
import type { Today, TodayFilter } from '../today.ts';
import { followupsWords } from '../words.ts';

/** A class by its code, with what it is called. */
export interface ClassOption {
  value: string;
  label: string;
}

interface MoreFiltersProps {
  today: Today;
  colleagues: readonly Colleague[];
  classes: readonly ClassOption[];
}

const names = ['purpose', 'grade', 'classCode', 'owner'] as const;
export const noMoreFilters: Partial<TodayFilter> = Object.fromEntries(names.map((name) => [name, undefined]));

/** What is asked for less often: the kind of followup, and what kind of customer. */
export function MoreFilters({ today, colleagues, classes }: MoreFiltersProps) {
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const sayGrade = useWords(gradeWords);
  const { filter, change } = today;
  const active = names.filter((name) => filter[name] !== undefined).length;

  const fields = (
    <div className="more-filters">
      <label>
        <span>{say('purpose')}</span>
        <Select
          allowClear
          placeholder={say('any')}
          value={filter.purpose}
          options={purposes.map((value) => ({ value, label: sayClinic(`purpose.${value}`) }))}
          onChange={(purpose) => change({ purpose })}
        />
      </label>
      <label>
        <span>{say('grade')}</span>
        <Select
          allowClear
          placeholder={say('any')}
          value={filter.grade}
          options={grades.map((value) => ({ value, label: `${value} ${sayGrade(value)}` }))}
          onChange={(grade) => change({ grade })}
        />
      </label>
      <label>
        <span>{say('class')}</span>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={say('any')}
          value={filter.classCode}
          options={[...classes]}
          onChange={(classCode) => change({ classCode })}
        />
      </label>
      <label>
        <span>{say('customer.owner')}</span>
        <PersonSelect
          allowClear
          placeholder={say('any')}
          people={colleagues}
          value={filter.owner ?? null}
          onChange={(owner) => change({ owner: owner ?? undefined })}
        />
      </label>
      <Button disabled={active === 0} onClick={() => change(noMoreFilters)}>
        {say('filters.clear')}
      </Button>
    </div>
  );

  return (
    <Popover trigger="click" placement="bottomRight" content={fields}>
      <Badge count={active} size="small" color="var(--accent)">
        <Button icon={<FilterOutlined />} aria-label={say('filters.more')} title={say('filters.more')} />
      </Badge>
    </Popover>
  );
}
