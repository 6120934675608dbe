import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { type ChartPlace } from '#domain/charts/chart.ts';
import type { ChartDay, ChartLine } from '#domain/charts/contract.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { AutoComplete } from '#web/ui/select.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useMoveCharts } from './api.ts';
import { chartWords } from './words.ts';
import './charts.css';

interface ChartTableProps {
  day: ChartDay;
  lines: readonly ChartLine[];
  /** Where charts of this list usually go. */
  to: readonly ChartPlace[];
  none: string;
}

/** Charts with where they are; some or all of them are put somewhere at once. */
export function ChartTable({ day, lines, to, none }: ChartTableProps) {
  const say = useWords(chartWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates(day.clinicId);
  const tell = useTell();
  const move = useMoveCharts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [kind, setKind] = useState('');
  if (lines.length === 0) return <EmptyState text={none} />;

  const here = lines.filter(({ customerId }) => chosen.has(customerId));
  const toggle = (id: string) =>
    setChosen(
      (before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  const suggested = here[0]?.lastTreatment;
  const keptAs = kind || (suggested ? sayClinic(`treatment.${suggested as 'other'}`) : '');
  const put = (place: ChartPlace) =>
    move.mutate(
      {
        ...{ clinicId: day.clinicId, day: day.day, place },
        customerIds: here.map(({ customerId }) => customerId),
        keptAs: place === 'kept' ? keptAs : null,
      },
      {
        onSuccess: () => {
          setChosen(new Set());
          tell.done(say('moved'));
        },
        onError: tell.failed,
      },
    );

  return (
    <div className="rows">
      <div className="line no-print">
        <Checkbox
          checked={here.length === lines.length}
          indeterminate={here.length > 0 && here.length < lines.length}
          onChange={({ target }) =>
            setChosen(new Set(target.checked ? lines.map(({ customerId }) => customerId) : []))
          }
        >
          {say('chosen', { count: here.length })}
        </Checkbox>
        {to.map((place) => (
          <Button
            key={place}
            size="small"
            disabled={here.length === 0 || (place === 'kept' && keptAs === '')}
            loading={move.isPending}
            onClick={() => put(place)}
          >
            {say(`to.${place}`)}
          </Button>
        ))}
        {to.includes('kept') && here.length > 0 && (
          <AutoComplete
            size="small"
            style={{ width: 150 }}
            aria-label={say('kept.as')}
            placeholder={keptAs || say('kept.as')}
            value={kind}
            onChange={setKind}
            options={treatmentCategories.map((each) => ({ value: sayClinic(`treatment.${each}`) }))}
          />
        )}
      </div>
      <table className="charts">
        <thead>
          <tr>
            <th aria-label={say('chosen', { count: here.length })} className="no-print" />
            <th>{say('time')}</th>
            <th>{say('customer')}</th>
            <th>{say('doctor')}</th>
            <th>{say('place')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.customerId}>
              <td className="no-print">
                <Checkbox
                  aria-label={line.customerName}
                  checked={chosen.has(line.customerId)}
                  onChange={() => toggle(line.customerId)}
                />
              </td>
              <td>{line.startsAt ? dates.time(line.startsAt) : ''}</td>
              <td>
                <Link to="/customers/$id" params={{ id: line.customerId }}>
                  {line.customerName}
                </Link>{' '}
                <span className="soft">{line.customerNumber}</span>
              </td>
              <td>{line.doctorName}</td>
              <td>
                {line.place === null ? (
                  <StatusTag meaning="soon">{say('place.none')}</StatusTag>
                ) : (
                  say(`place.${line.place}`, { kind: line.keptAs ?? '' })
                )}
                {line.since && <span className="soft"> {dates.shortDateTime(line.since)}</span>}
              </td>
              <td className="soft">{say(line.isBooked ? 'booked' : 'booked.not')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
