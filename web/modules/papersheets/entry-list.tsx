import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { shownCode } from '#domain/papersheets/code.ts';
import type { PaperLine } from '#domain/papersheets/contract.ts';
import { sheetKinds } from '#domain/papersheets/line.ts';
import type { SheetKind } from '#domain/papersheets/line.ts';
import { useDates } from '#web/lib/dates.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useEnterLine } from './api.ts';
import { notDone } from './entry.ts';
import { StandingText } from './standing-text.tsx';
import { paperSheetWords } from './words.ts';

/** The lines nobody has said anything of yet, by the keys of the rest of the house. */
export function EntryList({
  lines,
  onOpen,
}: {
  lines: readonly PaperLine[];
  onOpen: (line: PaperLine) => void;
}) {
  const say = useWords(paperSheetWords);
  const tell = useTell();
  const enter = useEnterLine();
  const [at, setAt] = useState(0);
  const [kind, setKind] = useState<SheetKind | 'all'>('all');
  const openOf = (kind: SheetKind) =>
    lines.filter((line) => line.kind === kind && line.standing.state === 'open');
  const all = sheetKinds.flatMap(openOf);
  const open = kind === 'all' ? all : openOf(kind);
  const current = open[Math.min(at, open.length - 1)];
  const skip = (line: PaperLine) => enter.mutate({ ...notDone(line), id: line.id }, { onError: tell.failed });
  useKeys({
    j: () => setAt(Math.min(at + 1, open.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    enter: () => current && onOpen(current),
    x: () => current && !enter.isPending && skip(current),
  });

  return (
    <section className="panel">
      <header className="panel-head">
        <div>
          <h2>{say('list')}</h2>
          <p className="soft">{say('list.about')}</p>
        </div>
      </header>
      <Segmented<SheetKind | 'all'>
        value={kind}
        onChange={setKind}
        options={[
          { value: 'all', label: say('list.all', { count: all.length }) },
          ...sheetKinds.map((kind) => ({
            value: kind,
            label: `${say(`kind.${kind}`)} ${openOf(kind).length}`,
          })),
        ]}
      />
      {open.length === 0 ? (
        <EmptyState text={say('list.none')} />
      ) : (
        <ul className="paper-lines" aria-label={say('list')}>
          {open.map((line) => (
            <OpenLine
              key={line.id}
              line={line}
              isCurrent={line === current}
              onOpen={() => onOpen(line)}
              onNotDone={() => skip(line)}
            />
          ))}
        </ul>
      )}
      {all.length < lines.length && (
        <p className="soft">{say('list.done', { count: lines.length - all.length })}</p>
      )}
    </section>
  );
}

interface OpenLineProps {
  line: PaperLine;
  isCurrent: boolean;
  onOpen: () => void;
  onNotDone: () => void;
}

function OpenLine({ line, isCurrent, onOpen, onNotDone }: OpenLineProps) {
  const say = useWords(paperSheetWords);
  const dates = useDates(line.clinicId);
  return (
    <li aria-current={isCurrent}>
      <span className="nowrap">{shownCode(line.code)}</span>
      <span className="soft">{say(`kind.${line.kind}`)}</span>
      <span>{line.kind === 'call' ? (line.staffName ?? '') : dates.time(line.at)}</span>
      <b>{line.customerName}</b>
      <span className="soft">{line.customerNumber}</span>
      <StandingText line={line} />
      <span className="paper-line-acts">
        <Button size="small" type="primary" onClick={onOpen}>
          {say('open')}
        </Button>
        <Button size="small" onClick={onNotDone}>
          {say(line.kind === 'waiting' ? 'not-done.missed' : 'not-done')}
        </Button>
      </span>
    </li>
  );
}
