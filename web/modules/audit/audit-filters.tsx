import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { useClear } from '#web/ui/use-clear.tsx';
import { actionWords } from './action-words.ts';
import { useActors, type AuditFilter } from './api.ts';
import { auditWords } from './words.ts';

interface AuditFiltersProps {
  filter: AuditFilter;
  onChange: (change: Partial<AuditFilter>) => void;
}

export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const say = useWords(auditWords);
  const sayAction = useWords(actionWords);
  const { clearIcon } = useClear();
  const actors = useActors();
  const actions = Object.keys(actionWords.zh) as (keyof typeof actionWords.zh)[];

  return (
    <div className="filters" role="search">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={say('action')}
        placeholder={say('any.action')}
        value={filter.action}
        options={actions.map((action) => ({ value: action, label: sayAction(action) }))}
        onChange={(action) => onChange({ action })}
        style={{ width: 180 }}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={say('actor')}
        placeholder={say('any.actor')}
        value={filter.actorId}
        options={actors.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={(actorId) => onChange({ actorId })}
        style={{ width: 180 }}
      />
      <Input.Search
        allowClear={{ clearIcon }}
        searchIcon={<SearchOutlined aria-label={say('subjectId')} />}
        placeholder={say('subjectId')}
        aria-label={say('subjectId')}
        key={filter.subjectId}
        defaultValue={filter.subjectId}
        onSearch={(subjectId) => onChange({ subjectId: subjectId.trim() })}
        style={{ width: 320, maxWidth: '100%' }}
      />
    </div>
  );
}
