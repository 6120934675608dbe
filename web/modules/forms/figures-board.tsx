import { Button } from 'antd';
import { useState } from 'react';
import type { FigureRow, ListAsked, ListRatings, Satisfaction } from '#domain/forms/figures-contract.ts';
import { askedHow, figureAxes } from '#domain/forms/figures-contract.ts';
import { shareOf } from '#domain/forms/figures.ts';
import type { Share } from '#domain/forms/figures.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Select } from '#web/ui/select.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { BandBar, BandLegend } from './band-bar.tsx';
import { ShareText } from './share-text.tsx';
import { formWords } from './words.ts';

type Wanted = Omit<ListRatings, 'page' | 'pageSize'>;

interface FiguresBoardProps {
  figures: Satisfaction;
  how: (typeof askedHow)[number] | undefined;
  onBy: (by: Satisfaction['by']) => void;
  onHow: (how: (typeof askedHow)[number] | undefined) => void;
  onList: (wanted: Wanted) => void;
  onAsked: (wanted: Omit<ListAsked, 'page' | 'pageSize' | 'state'>) => void;
}

/** The bands of one dimension, told apart as one likes, with n, interval and response rate beside every share. */
export function FiguresBoard({ figures, how, onBy, onHow, onList, onAsked }: FiguresBoardProps) {
  const say = useWords(formWords);
  const wording = useWording();
  const nameOf = useRowName(figures.by);
  const [dimension, setDimension] = useState('overall');
  const { from, to, by, all, rows } = figures;
  const shown = [{ ...all, id: 'all' }, ...rows.map((row) => ({ ...row, id: row.key ?? 'none' }))];
  const own = (row: FigureRow) => row.dimensions.find((each) => each.dimension === dimension);
  const headed = (id: string) => (id === 'all' ? {} : { by, key: id });
  const list = (id: string, facts: Partial<Wanted> = {}) =>
    onList({ from, to, dimension, how, ...headed(id), ...facts });

  const columns: Column<FigureRow & { id: string }>[] = [
    {
      key: 'name',
      title: say(`sat.by.${by}`),
      leads: true,
      show: (row) => (row.id === 'all' ? <b>{say('sat.everybody')}</b> : nameOf(row)),
    },
    {
      key: 'n',
      title: say('sat.n'),
      align: 'right',
      show: (row) => (
        <Button type="link" size="small" disabled={!own(row)} onClick={() => list(row.id)}>
          {own(row)?.n ?? 0}
        </Button>
      ),
    },
    {
      key: 'mean',
      title: say('sat.mean'),
      align: 'right',
      show: (row) => own(row)?.mean?.toFixed(2) ?? '–',
    },
    {
      key: 'bands',
      title: say('sat.bands'),
      show: (row) => {
        const figures = own(row);
        return figures ? <BandBar bands={figures.bands} onBand={(band) => list(row.id, { band })} /> : '–';
      },
    },
    { key: 'content', title: say('sat.content'), show: (row) => <ShareText of={contentOf(own(row))} /> },
    {
      key: 'nps',
      title: say('sat.nps'),
      show: ({ id, recommend: { n, score, interval } }) =>
        score === null || !interval ? (
          '–'
        ) : (
          <Button
            type="link"
            size="small"
            className="figure-link"
            onClick={() => list(id, { dimension: 'recommend' })}
          >
            <span>
              <b>{score}</b>{' '}
              <span className="soft">
                ({say('sat.interval', { low: Math.round(interval.low), high: Math.round(interval.high) })}, n=
                {n})
              </span>
            </span>
          </Button>
        ),
    },
    {
      key: 'response',
      title: say('sat.response'),
      show: ({ id, response }) =>
        response.of === 0 ? (
          '–'
        ) : (
          <Button
            type="link"
            size="small"
            className="figure-link"
            onClick={() => onAsked({ from, to, ...headed(id) })}
          >
            <ShareText of={response} />
          </Button>
        ),
    },
  ];
  return (
    <section className="panel rows">
      <div className="line">
        <Select
          aria-label={say('edit.dimension')}
          value={dimension}
          onChange={setDimension}
          style={{ width: 140 }}
          options={figures.dimensions.map(({ key, name }) => ({ value: key, label: wording(name) }))}
        />
        <Select
          aria-label={say('sat.bands')}
          value={by}
          onChange={onBy}
          style={{ width: 140 }}
          options={figureAxes.map((value) => ({ value, label: say(`sat.by.${value}`) }))}
        />
        <Select
          aria-label={say('column.how')}
          value={how ?? 'all'}
          onChange={(value: 'all' | (typeof askedHow)[number]) => onHow(value === 'all' ? undefined : value)}
          style={{ width: 180 }}
          options={(['all', ...askedHow] as const).map((value) => ({
            value,
            label: say(`sat.how.${value}`),
          }))}
        />
      </div>
      <BandLegend />
      <DataTable
        label={say('sat.title')}
        columns={columns}
        rows={all.dimensions.length === 0 && all.response.of === 0 ? [] : shown}
        empty={<EmptyState text={say('sat.none')} />}
        wrapsFrom={900}
      />
    </section>
  );
}

/** The share of the two upper bands. */
function contentOf(figures: FigureRow['dimensions'][number] | undefined): Share {
  const upper = (figures?.bands ?? []).filter(
    ({ band }) => band === 'very_satisfied' || band === 'satisfied',
  );
  return shareOf(
    upper.reduce((sum, { count }) => sum + count, 0),
    figures?.n ?? 0,
  );
}

function useRowName(by: Satisfaction['by']): (row: FigureRow) => string {
  const say = useWords(formWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates();
  return ({ key, name }) => {
    if (key === null) return say('sat.nobody');
    if (by === 'category') return sayClinic(`treatment.${key}` as 'treatment.other');
    if (by === 'week') return dates.day(key);
    if (by === 'month') return key.slice(0, 7);
    return name ?? say('sat.nobody');
  };
}
