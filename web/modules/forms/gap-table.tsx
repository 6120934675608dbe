import type { Satisfaction } from '#domain/forms/figures-contract.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { formWords } from './words.ts';

type Gap = Satisfaction['gaps'][number];

/** Two points of ten: above that somebody looks. */
const notableGap = 2;

/** What people wrote down, beside what customers gave alone. */
export function GapTable({ gaps }: { gaps: readonly Gap[] }) {
  const say = useWords(formWords);
  const side = ({ mean, n }: Gap['staffAsked']) => (mean === null ? '–' : `${mean.toFixed(2)} (${n})`);
  const columns: Column<Gap & { id: string }>[] = [
    { key: 'name', title: say('sat.person'), leads: true, show: ({ name }) => name },
    { key: 'asked', title: say('sat.asked'), align: 'right', show: ({ staffAsked }) => side(staffAsked) },
    {
      key: 'self',
      title: say('sat.self'),
      align: 'right',
      show: ({ selfFilled, against }) => (
        <>
          {side(selfFilled)} <span className="soft">{say(`sat.against.${against}`)}</span>
        </>
      ),
    },
    {
      key: 'gap',
      title: say('sat.gap'),
      align: 'right',
      show: ({ gap }) =>
        gap === null ? (
          '–'
        ) : gap >= notableGap ? (
          <StatusTag meaning="risk">+{gap.toFixed(2)}</StatusTag>
        ) : (
          gap.toFixed(2)
        ),
    },
  ];
  if (gaps.length === 0) return null;
  return (
    <section className="panel rows">
      <h2>{say('sat.gaps')}</h2>
      <p className="soft">{say('sat.gaps.about')}</p>
      <DataTable
        label={say('sat.gaps')}
        columns={columns}
        rows={gaps.map((gap) => ({ ...gap, id: gap.staffId }))}
      />
    </section>
  );
}
