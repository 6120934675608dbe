import { QRCode } from 'antd';
import type { ReactNode } from 'react';
import { shownCode } from '#domain/papersheets/code.ts';
import type { PrintedLine, PrintedSheets } from '#domain/papersheets/contract.ts';
import type { SheetKind } from '#domain/papersheets/line.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { hasWord, useWords } from '#web/lib/words.ts';
import { paperSheetWords } from './words.ts';
import './papersheets.css';

type Sheet = PrintedSheets['sheets'][number];

interface PaperColumn {
  title: string;
  width?: string;
  show: (line: PrintedLine) => ReactNode;
}

/** So many lines for who comes unannounced. */
const walkIns = 6;

/** A sheet as it comes out of the printer: black on white, its heading on every page. */
export function PrintedSheet({ sheet, of, clinicId }: { sheet: Sheet; of: PrintedSheets; clinicId: string }) {
  const say = useWords(paperSheetWords);
  const dates = useDates(clinicId);
  const columns = useColumns(sheet.kind, clinicId);
  const person = usePerson(sheet);
  return (
    <table className="paper">
      <colgroup>
        {columns.map(({ title, width }) => (
          <col key={title} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <td colSpan={columns.length} className="paper-head">
            <div>
              <b>{say(`kind.${sheet.kind}`)}</b>
              <span>{dates.dayWithWeekday(of.day)}</span>
              <span>{of.clinicName}</span>
              {person && <span>{person}</span>}
              {sheet.edition !== 'first' && (
                <strong className="paper-edition">{say(`edition.${sheet.edition}`)}</strong>
              )}
            </div>
            <div>
              {say('paper.by', { name: of.printedByName ?? '', at: dates.shortDateTime(of.printedAt) })}
              {' · '}
              {say('paper.keep')}
            </div>
          </td>
        </tr>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheet.lines.map((line) => (
          <tr key={line.id}>
            {columns.map(({ title, show }) => (
              <td key={title}>{show(line)}</td>
            ))}
          </tr>
        ))}
      </tbody>
      {sheet.kind === 'waiting' && <WalkIns columns={columns.length} />}
    </table>
  );
}

function WalkIns({ columns }: { columns: number }) {
  const say = useWords(paperSheetWords);
  return (
    <tbody className="paper-blank">
      <tr>
        <td colSpan={columns}>{say('paper.walk-in')}</td>
      </tr>
      {Array.from({ length: walkIns }, (_, row) => (
        <tr key={row}>
          {Array.from({ length: columns }, (_, cell) => (
            <td key={cell} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function usePerson({ kind, staffName, role }: Sheet): string | null {
  const say = useWords(paperSheetWords);
  const sayClinic = useWords(clinicWords);
  if (kind !== 'call') return null;
  if (staffName !== null) return say('paper.person', { name: staffName });
  const post = `role.${role}`;
  const name = hasWord(clinicWords, post) ? sayClinic(post as 'role.nurse') : '';
  return say('paper.person', { name: say('paper.anybody', { role: name }) });
}

function useColumns(kind: SheetKind, clinicId: string): PaperColumn[] {
  const say = useWords(paperSheetWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates(clinicId);
  const blank = (word: 'time' | 'note' | 'arrived' | 'called' | 'left', width?: string): PaperColumn => ({
    title: say(`col.${word}`),
    ...(width !== undefined && { width }),
    show: () => null,
  });
  const number = { title: say('col.number'), width: '9mm', show: ({ position }: PrintedLine) => position };
  const code = {
    title: say('col.code'),
    width: '34mm',
    show: (line: PrintedLine) => <Code code={line.code} />,
  };
  const customer = {
    title: say('col.customer'),
    width: '25mm',
    show: ({ name, customerNumber }: PrintedLine) => (
      <>
        <b>{name}</b>
        <small>{customerNumber}</small>
      </>
    ),
  };
  const phone = {
    title: say('col.phone'),
    width: '28mm',
    show: ({ phone, isDiscreet }: PrintedLine) => (isDiscreet ? say('paper.discreet') : phone),
  };
  const at = {
    title: say('col.at'),
    width: '16mm',
    show: (line: PrintedLine) => <b>{dates.time(line.at)}</b>,
  };
  const doctor = { title: say('col.doctor'), width: '24mm', show: (line: PrintedLine) => line.doctorName };
  const visit = {
    title: say('col.visit'),
    width: '16mm',
    show: ({ visitKind }: PrintedLine) => visitKind && say(`visit.${visitKind}`),
  };
  const tick = (kind: 'call' | 'confirmation', width: string) => ({
    title: say('col.result'),
    width,
    show: () => say(`tick.${kind}`),
  });
  switch (kind) {
    case 'call':
      return [
        number,
        code,
        customer,
        phone,
        {
          title: say('col.matter'),
          width: '24mm',
          show: ({ purposes }) => purposes.map((each) => sayClinic(`purpose.${each}`)).join(' '),
        },
        { title: say('col.by'), width: '30mm', show: (line) => dates.shortDateTime(line.at) },
        tick('call', '40mm'),
        blank('time', '18mm'),
        blank('note'),
      ];
    case 'confirmation':
      return [
        number,
        code,
        at,
        customer,
        phone,
        doctor,
        visit,
        tick('confirmation', '36mm'),
        blank('time', '18mm'),
        blank('note'),
      ];
    case 'waiting':
      return [
        ...[number, code, at, customer, doctor, visit],
        ...[blank('arrived', '22mm'), blank('called', '22mm'), blank('left', '22mm'), blank('note')],
      ];
  }
}

/** For a scanner and for the eye. */
function Code({ code }: { code: string }) {
  return (
    <span className="paper-code">
      <QRCode value={code} size={42} type="svg" bordered={false} color="#000" bgColor="#fff" />
      <span>{shownCode(code)}</span>
    </span>
  );
}
