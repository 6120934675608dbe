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

  const makeThem = mayDesk && (
    <Button loading={make.isPending} onClick={() => make.mutate(sheets.clinicId, { onError: tell.failed })}>
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
  const printThem = (kinds: readonly SheetKind[]) =>
    print.mutate(
      { clinicId: sheets.clinicId, day: sheets.day, kinds: [...kinds] },
      { onSuccess: setPrinted, onError: tell.failed },
    );
  return (
    <div className="rows">
      <section className="panel no-print">
        <ul className="paper-lines">
          {kinds.map((kind) => (
            <KindLine
              key={kind}
              kind={kind}
              sheets={sheets}
              isPrinting={print.isPending}
              onPrint={() => printThem([kind])}
            />
          ))}
        </ul>
        <div className="line">
          <Button type="primary" loading={print.isPending} onClick={() => printThem(kinds)}>
            {say('print')}
          </Button>
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
  onPrint: () => void;
}

function KindLine({ kind, sheets, isPrinting, onPrint }: KindLineProps) {
  const say = useWords(paperSheetWords);
  const dates = useDates(sheets.clinicId);
  const sheet = sheets.sheets.find((each) => each.kind === kind);
  if (!sheet) return null;
  const count = sheets.lines.filter((line) => line.kind === kind).length;
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
        disabled={isPrinting || count === 0}
        aria-label={`${say('print')} ${say(`kind.${kind}`)}`}
        onClick={onPrint}
      >
        {say('print')}
      </Button>
    </li>
  );
}
