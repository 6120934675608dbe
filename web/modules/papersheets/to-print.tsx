import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { PaperSheets, PrintedSheets } from '#domain/papersheets/contract.ts';
import { sheetKinds } from '#domain/papersheets/line.ts';
import type { SheetKind } from '#domain/papersheets/line.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useMakeSheets, usePrintSheets } from './api.ts';
import { PrintedSheet } from './printed-sheet.tsx';
import { paperSheetWords } from './words.ts';

/** What was made for a day, and as it goes to the printer. */
export function ToPrint({ sheets }: { sheets: PaperSheets }) {
  const say = useWords(paperSheetWords);
  const dates = useDates(sheets.clinicId);
  const tell = useTell();
  const mayDesk = useMay('desk.work');
  const make = useMakeSheets();
  const print = usePrintSheets();
  const [printed, setPrinted] = useState<PrintedSheets | null>(null);
  // The sheets have to stand on the page before the browser prints it.
  useEffect(() => {
    if (printed && printed.sheets.length > 0) window.print();
  }, [printed]);

  const { clinicId, day } = sheets;
  const makeThem = mayDesk && day >= sheets.today && (
    <Button loading={make.isPending} onClick={() => make.mutate({ clinicId, day }, { onError: tell.failed })}>
      {say(sheets.sheets.length === 0 ? 'make' : 'refresh')}
    </Button>
  );
  if (sheets.sheets.length === 0)
    return (
      <EmptyState
        text={say('none', { day: dates.dayWithWeekday(sheets.day), at: dates.time(sheets.dueAt) })}
        action={makeThem}
      />
    );
  const kinds: readonly SheetKind[] = mayDesk ? sheetKinds : ['call'];
  const printThem = (kinds: readonly SheetKind[], which: 'all' | 'new') =>
    print.mutate(
      { clinicId, day, kinds: [...kinds], which },
      { onSuccess: setPrinted, onError: tell.failed },
    );
  const { lies, isNew } = onPaper(sheets, kinds);
  return (
    <div className="rows">
      <section className="panel rows no-print">
        <ul className="paper-lines">
          {kinds.map((kind) => (
            <KindLine
              key={kind}
              kind={kind}
              sheets={sheets}
              isPrinting={print.isPending}
              onPrint={(which) => printThem([kind], which)}
            />
          ))}
        </ul>
        <div className="line">
          <Button
            type="primary"
            loading={print.isPending}
            disabled={lies > 0 && isNew === 0}
            onClick={() => printThem(kinds, lies > 0 ? 'new' : 'all')}
          >
            {lies > 0 ? say('print.new', { count: isNew }) : say('print')}
          </Button>
          {lies > 0 && (
            <Button disabled={print.isPending} onClick={() => printThem(kinds, 'all')}>
              {say('print.again')}
            </Button>
          )}
          {makeThem}
          <span className="soft">{say('print.privacy')}</span>
        </div>
      </section>
      {printed && printed.numbersLeftOut > 0 && (
        <Alert
          className="no-print"
          type="warning"
          showIcon
          title={say('print.left-out', { count: printed.numbersLeftOut })}
        />
      )}
      {printed?.sheets.length === 0 && <EmptyState text={say('print.nothing')} />}
      {printed && printed.sheets.length > 0 && (
        <div className="paper-preview">
          {printed.sheets.map((sheet) => (
            <PrintedSheet
              key={`${sheet.kind} ${sheet.staffName} ${sheet.role}`}
              sheet={sheet}
              of={printed}
              clinicId={sheets.clinicId}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface KindLineProps {
  kind: SheetKind;
  sheets: PaperSheets;
  isPrinting: boolean;
  onPrint: (which: 'all' | 'new') => void;
}

/** Of the lines that are still to be done: how many lie on a desk, and how many are new since. */
function onPaper({ lines }: PaperSheets, kinds: readonly SheetKind[]): { lies: number; isNew: number } {
  const open = lines.filter(({ kind, standing }) => kinds.includes(kind) && standing.state === 'open');
  const lies = open.filter(({ printedAt }) => printedAt !== null).length;
  return { lies, isNew: open.length - lies };
}

function KindLine({ kind, sheets, isPrinting, onPrint }: KindLineProps) {
  const say = useWords(paperSheetWords);
  const dates = useDates(sheets.clinicId);
  const sheet = sheets.sheets.find((each) => each.kind === kind);
  if (!sheet) return null;
  const count = sheets.lines.filter((line) => line.kind === kind).length;
  const { lies, isNew } = onPaper(sheets, [kind]);
  const which = lies > 0 && isNew > 0 ? 'new' : 'all';
  const word = which === 'new' ? say('print.new', { count: isNew }) : say(lies > 0 ? 'print.again' : 'print');
  return (
    <li>
      <b>{say(`kind.${kind}`)}</b>
      <span>{say('made.note', { at: dates.shortDateTime(sheet.madeAt), count })}</span>
      <span className="soft">
        {sheet.printedAt === null
          ? say('printed.none')
          : say('printed.note', {
              name: sheet.printedByName ?? '',
              at: dates.shortDateTime(sheet.printedAt),
            })}
      </span>
      <span className="push" />
      <Button
        size="small"
        disabled={isPrinting || lies + isNew === 0}
        aria-label={`${word} ${say(`kind.${kind}`)}`}
        onClick={() => onPrint(which)}
      >
        {word}
      </Button>
    </li>
  );
}
