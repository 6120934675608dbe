import { useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { useUnfinished } from '../api.ts';
import { HandOverDialog } from '../hand-over-dialog.tsx';
import { EndDialog } from '../end-dialog.tsx';
import { followupsWords } from '../words.ts';
import { PeopleTable } from './people-table.tsx';
import type { UnfinishedFilter } from './unfinished-filter.ts';
import { UnfinishedTable } from './unfinished-table.tsx';
import { useChosen } from '../use-chosen.ts';
import './unfinished.css';

interface UnfinishedBoardProps {
  filter: UnfinishedFilter;
  onChange: (change: Partial<UnfinishedFilter>) => void;
  colleagues: readonly Colleague[];
}

/** What a day left undone: by person, and one by one, with handing over and ending. */
export function UnfinishedBoard({ filter, onChange, colleagues }: UnfinishedBoardProps) {
  const say = useWords(followupsWords);
  const count = useNumber();
  const navigate = useNavigate();
  const { data, error, refetch, isPlaceholderData } = useUnfinished(filter);
  const isOfKind = !isPlaceholderData;
  const open = data?.items.flatMap(({ followup }) => (followup.state === 'open' ? [followup.id] : [])) ?? [];
  const { chosen, choose, chooseAll, chooseNone } = useChosen(open);
  const list = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<{ deed: 'assign' | 'end'; ids: readonly string[] } | null>(null);
  const done = { onClose: () => setAsking(null), onDone: chooseNone };
  const shownPeople = data?.people.filter(
    ({ staffId }) => !filter.assigneeId || staffId === filter.assigneeId,
  );
  const missed = shownPeople?.reduce((sum, person) => sum + person.missed, 0) ?? 0;

  return (
    <>
      {data && data.people.length > 0 && (
        <div className="unfinished-people">
          <PeopleTable
            people={data.people}
            chosenId={filter.assigneeId}
            onChoose={(assigneeId) => {
              onChange({ assigneeId });
              // The list stands below a table that may be long.
              list.current?.scrollIntoView({ block: 'start' });
            }}
          />
        </div>
      )}
      <div className="unfinished-bar" ref={list}>
        <Segmented
          value={filter.kind}
          options={[
            { value: 'missed' as const, label: say('kind.missed', { count: count(missed) }) },
            {
              value: 'escalated' as const,
              label: say('kind.escalated', { count: count(data?.escalated ?? 0) }),
            },
          ]}
          onChange={(kind) => onChange({ kind })}
        />
        <PersonSelect
          allowClear
          aria-label={say('holder')}
          placeholder={say('holder.any')}
          people={colleagues}
          value={filter.assigneeId ?? null}
          onChange={(assigneeId) => onChange({ assigneeId: assigneeId ?? undefined })}
          style={{ minWidth: 160 }}
        />
        <span className="line">
          {chosen.size > 0 && <span className="soft">{say('selected', { count: count(chosen.size) })}</span>}
          <Button
            disabled={open.length === 0}
            onClick={() => (chosen.size === open.length ? chooseNone() : chooseAll())}
          >
            {say(open.length > 0 && chosen.size === open.length ? 'select.none' : 'select.page')}
          </Button>
          <Button
            disabled={chosen.size === 0}
            onClick={() => setAsking({ deed: 'assign', ids: [...chosen] })}
          >
            {say('assign')}
          </Button>
          <Button
            danger
            disabled={chosen.size === 0}
            onClick={() => setAsking({ deed: 'end', ids: [...chosen] })}
          >
            {say('end')}
          </Button>
        </span>
      </div>
      <UnfinishedTable
        unfinished={isOfKind ? data : undefined}
        error={error}
        onRetry={() => void refetch()}
        filter={filter}
        onChange={onChange}
        chosen={chosen}
        onChoose={choose}
        onDeed={(deed, { followup }) =>
          deed === 'open'
            ? void navigate({ to: '/customers/$id', params: { id: followup.customerId } })
            : setAsking({ deed, ids: [followup.id] })
        }
      />
      {asking?.deed === 'assign' && <HandOverDialog ids={asking.ids} colleagues={colleagues} {...done} />}
      {asking?.deed === 'end' && <EndDialog ids={asking.ids} {...done} />}
    </>
  );
}
