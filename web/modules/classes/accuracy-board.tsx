import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { AccuracyReport } from '#domain/classes/contract.ts';
import { percentOf, useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Behind } from './behind.ts';
import { ConfusionMatrix } from './confusion-matrix.tsx';
import { classesWords } from './words.ts';
import './classes.css';

type Person = AccuracyReport['people'][number];
type Share = Person['classified'];

interface AccuracyBoardProps {
  report: AccuracyReport;
  onOpen: (behind: Behind) => void;
}

/** How much was classed, how much of it rightly, and what each person took for what. */
export function AccuracyBoard({ report, onOpen }: AccuracyBoardProps) {
  const say = useWords(classesWords);
  const number = useNumber();
  const { total, people, coded, sources, accuracyPercent } = report;
  const figures = ({ count, of }: Share) => ({ count: number(count), of: number(of) });
  const named = (name: string, what: string) => say('behind', { name, what });

  const columns: Column<Person & { id: string }>[] = [
    { key: 'person', title: say('takenBy'), leads: true, show: ({ staffName }) => staffName },
    {
      key: 'classified',
      title: say('classified'),
      align: 'right',
      show: ({ classified, staffId, staffName }) => (
        <Of
          share={classified}
          onOpen={() => onOpen({ staffId, classed: 'no', title: named(staffName, say('unclassed')) })}
        />
      ),
    },
    {
      key: 'accuracy',
      title: say('right'),
      align: 'right',
      show: ({ accuracy }) => <Of share={accuracy} />,
    },
    {
      key: 'verdict',
      title: say('bar'),
      show: ({ accuracy, meetsBar }) => (
        <Verdict share={accuracy} meetsBar={meetsBar} percent={accuracyPercent} />
      ),
    },
    { key: 'kappa', title: say('kappa'), align: 'right', show: ({ kappa }) => showKappa(kappa) },
  ];

  return (
    <div className="accuracy">
      <div className="accuracy-totals">
        <Total
          title={say('classified')}
          share={total.classified}
          says={say('classified.of', figures(total.classified))}
        >
          <Button
            type="link"
            size="small"
            style={{ padding: 0 }}
            disabled={total.classified.count === total.classified.of}
            onClick={() => onOpen({ classed: 'no', title: named(say('everybody'), say('unclassed')) })}
          >
            {say('unclassed.see')}
          </Button>
        </Total>
        <Total title={say('right')} share={total.accuracy} says={say('right.of', figures(total.accuracy))}>
          <Verdict share={total.accuracy} meetsBar={total.meetsBar} percent={accuracyPercent} />
        </Total>
        <section className="panel">
          <h2>{say('kappa')}</h2>
          <p className="figure">{showKappa(total.kappa)}</p>
          <p className="soft">{say(total.kappa === null ? 'kappa.none' : 'kappa.about')}</p>
        </section>
        <Total title={say('coded')} share={coded} says={say('coded.of', figures(coded))} />
        <Total title={say('sources')} share={sources} says={say('sources.of', figures(sources))} />
      </div>
      <h2>{say('people')}</h2>
      <DataTable
        label={say('people')}
        columns={columns}
        rows={people.map((person) => ({ ...person, id: person.staffId }))}
        empty={<EmptyState text={say('people.none')} />}
      />
      <div className="matrices">
        {people
          .filter(({ cells }) => cells.length > 0)
          .map((person) => (
            <ConfusionMatrix key={person.staffId} person={person} onOpen={onOpen} />
          ))}
      </div>
    </div>
  );
}

function Total({
  title,
  share,
  says,
  children,
}: {
  title: string;
  share: Share;
  says: string;
  children?: ReactNode;
}) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      <p className="figure">{percentOf(share.share)}</p>
      <p className="line">
        {children}
        <span className="soft">{says}</span>
      </p>
    </section>
  );
}

/** A share with what it is a share of; a way to what is missing from it. */
function Of({ share, onOpen }: { share: Share; onOpen?: () => void }) {
  const number = useNumber();
  const text = `${number(share.count)} / ${number(share.of)}`;
  return (
    <span className="nowrap">
      {onOpen && share.count < share.of ? (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={onOpen}>
          {text}
        </Button>
      ) : (
        text
      )}{' '}
      <span className="soft">{percentOf(share.share)}</span>
    </span>
  );
}

function Verdict({ share, meetsBar, percent }: { share: Share; meetsBar: boolean; percent: number }) {
  const say = useWords(classesWords);
  if (share.of === 0) return <StatusTag meaning="neutral">{say('right.none')}</StatusTag>;
  return meetsBar ? (
    <StatusTag meaning="done">{say('right.reached', { percent })}</StatusTag>
  ) : (
    <StatusTag meaning="soon">{say('right.below', { percent })}</StatusTag>
  );
}

function showKappa(kappa: number | null): string {
  return kappa === null ? '–' : kappa.toFixed(2);
}
