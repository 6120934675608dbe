import { Button } from 'antd';
import type { Unfinished } from '#domain/followups/contract.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { followupsWords } from '../words.ts';

type Person = Unfinished['people'][number] & { id: string };

interface PeopleTableProps {
  people: Unfinished['people'];
  chosenId: string | undefined;
  onChoose: (staffId: string | undefined) => void;
}

/** Who owed how much that day, and how much of it was done; a name shows only theirs. */
export function PeopleTable({ people, chosenId, onChoose }: PeopleTableProps) {
  const say = useWords(followupsWords);
  const sayFollowup = useWords(followupWords);
  const count = useNumber();

  const columns: Column<Person>[] = [
    {
      key: 'person',
      title: say('person'),
      leads: true,
      show: ({ name, staffId }) =>
        staffId === null ? (
          <span className="soft">{sayFollowup('nobody')}</span>
        ) : (
          <Button
            type="link"
            size="small"
            aria-pressed={staffId === chosenId}
            onClick={() => onChoose(staffId === chosenId ? undefined : staffId)}
          >
            {name}
          </Button>
        ),
    },
    {
      key: 'missed',
      title: say('people.missed'),
      align: 'right',
      show: ({ missed }) =>
        missed > 0 ? <StatusTag meaning="overdue">{count(missed)}</StatusTag> : <span>{count(0)}</span>,
    },
    { key: 'done', title: say('people.done'), align: 'right', show: ({ done }) => count(done) },
    { key: 'owed', title: say('owed'), align: 'right', show: ({ owed }) => count(owed) },
    {
      key: 'share',
      title: say('people.share'),
      align: 'right',
      show: ({ done, owed }) => (owed === 0 ? '–' : `${((done / owed) * 100).toFixed(1)}%`),
    },
  ];

  return (
    <DataTable
      label={say('people')}
      columns={columns}
      rows={people.map((person) => ({ ...person, id: person.staffId ?? 'nobody' }))}
    />
  );
}
