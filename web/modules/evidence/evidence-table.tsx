import { Button } from 'antd';
import { evidenceGrades } from '#domain/evidence/grade.ts';
import type { EvidenceCounts, EvidenceReport, ListEvidence } from '#domain/evidence/contract.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { percentOf, useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { evidenceWords } from './words.ts';

/** The calls behind a number. */
export type Behind = Pick<ListEvidence, 'staffId' | 'grade' | 'late'>;

type Row = EvidenceCounts & { id: string; staffId: string | undefined; name: string };

interface EvidenceTableProps {
  report: EvidenceReport | undefined;
  error: unknown;
  onRetry: () => void;
  onBehind: (behind: Behind) => void;
}

/** Each person's calls by what shows them; every number opens its list. */
export function EvidenceTable({ report, error, onRetry, onBehind }: EvidenceTableProps) {
  const say = useWords(evidenceWords);
  const sayFollowup = useWords(followupWords);
  const number = useNumber();
  const count = (value: number, behind: Behind) =>
    value === 0 ? (
      <span className="soft">0</span>
    ) : (
      <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onBehind(behind)}>
        {number(value)}
      </Button>
    );
  const ofRow = ({ staffId }: Row) => (staffId === undefined ? {} : { staffId });

  const columns: Column<Row>[] = [
    { key: 'person', title: say('person'), leads: true, show: ({ name }) => name },
    { key: 'calls', title: say('calls'), align: 'right', show: (row) => count(row.calls, ofRow(row)) },
    {
      key: 'share',
      title: say('share'),
      align: 'right',
      show: ({ calls, E0 }) =>
        say('share.of', {
          percent: percentOf(calls === 0 ? null : (calls - E0) / calls),
          shown: number(calls - E0),
          of: number(calls),
        }),
    },
    ...evidenceGrades.map((grade): Column<Row> => ({
      key: grade,
      title: `${grade} ${sayFollowup(`grade.${grade}`)}`,
      align: 'right',
      show: (row) => count(row[grade], { ...ofRow(row), grade }),
    })),
    {
      key: 'late',
      title: sayFollowup('late'),
      align: 'right',
      show: (row) => count(row.late, { ...ofRow(row), late: 'yes' }),
    },
  ];
  const everybody: Row[] =
    report && report.people.length > 1
      ? [{ id: 'all', staffId: undefined, name: say('everybody'), ...report.all }]
      : [];
  return (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={report && [...everybody, ...report.people.map((person) => ({ ...person, id: person.staffId }))]}
      error={error}
      onRetry={onRetry}
      empty={<EmptyState text={say('none')} />}
    />
  );
}
