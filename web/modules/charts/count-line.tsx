import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { ChartDay } from '#domain/charts/contract.ts';
import { mayCount } from '#domain/charts/chart.ts';
import { useDates } from '#web/lib/dates.ts';
import { useLabelled, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useCountCharts } from './api.ts';
import { chartWords } from './words.ts';

/** How many there should be, how many there are, and why they differ. */
export function CountLine({ day, part }: { day: ChartDay; part: 'morning' | 'evening' }) {
  const say = useWords(chartWords);
  const labelled = useLabelled();
  const dates = useDates(day.clinicId);
  const tell = useTell();
  const save = useCountCharts();
  const expected = day.expected[part];
  const [counted, setCounted] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const done = day.counts.find((count) => count.part === part);
  const counts =
    done &&
    say('count.done', {
      ...{ name: done.byName ?? '', at: dates.time(done.at) },
      ...{ counted: done.counted, expected: done.expected },
    });
  const differs = counted !== null && counted !== expected;
  const words = note.trim() || null;
  const fresh = day.lines.filter(({ isComing, place }) => isComing && place === null).length;
  return (
    <div className="line no-print">
      <b>{say(`count.${part}`)}</b>
      <span className="soft">
        {say('count.expected', { expected })}
        {part === 'morning' && fresh > 0 && ` · ${say('new', { count: fresh })}`}
      </span>
      <InputNumber
        min={0}
        max={10_000}
        precision={0}
        size="small"
        aria-label={`${say(`count.${part}`)} ${say('counted')}`}
        value={counted}
        onChange={setCounted}
      />
      {differs && (
        <Input
          size="small"
          style={{ width: 220 }}
          aria-label={say('count.note')}
          placeholder={say('count.note')}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <Button
        size="small"
        disabled={counted === null || !mayCount(expected, counted, words).allowed}
        loading={save.isPending}
        onClick={() =>
          save.mutate(
            { clinicId: day.clinicId, part, counted: counted!, note: differs ? words : null },
            { onSuccess: () => tell.done(say('count.saved')), onError: tell.failed },
          )
        }
      >
        {say('count.save')}
      </Button>
      {done && counts && (
        <StatusTag meaning={done.counted === done.expected ? 'done' : 'risk'}>
          {done.note ? labelled(counts, done.note) : counts}
        </StatusTag>
      )}
    </div>
  );
}
