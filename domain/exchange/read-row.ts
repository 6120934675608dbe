import { dayAt, type CalendarDate, type Instant, type TimeZone } from '#domain/base/time.ts';
import {
  looksScientific,
  readDate,
  readGender,
  readInstantOrLocal,
  readInteger,
  readName,
  readNote,
  readText,
  readYesNo,
  type ReadGender,
} from './cell.ts';
import { instantOfCell } from './local-time.ts';
import type { AppointmentMapping, CustomerMapping, Field, Mapping } from './mapping.ts';
import { saysBooked } from './state-words.ts';
import type { RowProblem } from './words.ts';

export interface SourceRow {
  line: number;
  cells: (string | null)[];
}

/** What a row needs from outside: how a phone is read, and whose wall clock its hours are. */
export interface RowTools {
  readPhone(text: string): string | null;
  zone: TimeZone;
  /** Whether a customer can be given to somebody of that name; where nobody can say, no name is doubted. */
  isOwner?(name: string): boolean;
}

export interface RowNote {
  line: number;
  column: string | null;
  code: RowProblem;
  given: string | null;
}

export type RowReading<Value> = { value: Value; warnings: RowNote[] } | { rejected: RowNote[] };

export interface CustomerRow {
  line: number;
  number: string | null;
  name: string | null;
  phone: string | null;
  gender: ReadGender | null;
  birthday: CalendarDate | null;
  address: string | null;
  occupation: string | null;
  channelSource: string | null;
  notes: string | null;
  /** The colleague who answers for the customer, by name. */
  owner: string | null;
}

export interface AppointmentRow extends Omit<CustomerRow, 'number' | 'owner'> {
  customerNumber: string;
  appointmentNumber: string;
  bookedAt: Instant | null;
  appointmentOn: CalendarDate;
  /** The day's first moment where the file knows no hour. */
  appointmentAt: Instant;
  hasHour: boolean;
  age: number | null;
  state: 'kept' | 'missed' | null;
  /** Of a kept appointment: when its visit counts as closed. */
  visitClosedAt: Instant | null;
  reminded: boolean | null;
  chiefComplaint: string | null;
  treatment: string | null;
  doctor: string | null;
}

export const longest = { id: 60, name: 80, line: 200, short: 80, source: 40, note: 2000 };
// Nobody has lived longer; a larger number is a year or a slip.
const highestAge = 130;

export function readCustomerRow(
  row: SourceRow,
  columns: string[],
  mapping: CustomerMapping,
  tools: RowTools,
): RowReading<CustomerRow> {
  const reader = new RowReader(row, columns, mapping);
  const number = reader.id('number');
  const person = readPerson(reader, tools);
  const owner = reader.limited('owner', longest.short);
  if (person.name === null) reader.reject('name', 'missing-name');
  if (owner !== null && tools.isOwner?.(owner) === false) reader.warn('owner', 'unknown-owner');
  return reader.result({ line: row.line, number, ...person, owner });
}

export function readAppointmentRow(
  row: SourceRow,
  columns: string[],
  mapping: AppointmentMapping,
  tools: RowTools,
): RowReading<AppointmentRow> {
  const reader = new RowReader(row, columns, mapping);
  const customerNumber = reader.id('customerNumber');
  const appointmentNumber = reader.id('appointmentNumber');
  if (customerNumber === null) reader.reject('customerNumber', 'missing-id');
  if (appointmentNumber === null) reader.reject('appointmentNumber', 'missing-id');

  const { zoneIsIgnored, visitClosesAt } = mapping.options;
  const appointment = reader.time('appointmentAt', zoneIsIgnored, tools.zone);
  if (appointment === null)
    reader.reject('appointmentAt', reader.text('appointmentAt') ? 'bad-date' : 'missing-date');
  const booked = reader.time('bookedAt', zoneIsIgnored, tools.zone);
  if (booked === null && reader.text('bookedAt')) reader.warn('bookedAt', 'bad-date');
  if (booked && appointment && booked.day > appointment.day)
    reader.warn('bookedAt', 'booked-after-appointment');

  const state = readState(reader, mapping);
  const person = readPerson(reader, tools);
  const age = readAge(reader);
  const reminded = reader.word('reminded', readYesNo, 'bad-yes-no');
  const chiefComplaint = reader.limited('chiefComplaint', longest.line);
  const treatment = reader.limited('treatment', longest.line);
  const doctor = reader.limited('doctor', longest.short);

  if (customerNumber === null || appointmentNumber === null || appointment === null) return reader.refusal();
  const closed =
    state === 'kept' ? instantOfCell(`${appointment.day}T${visitClosesAt}:00`, tools.zone) : null;
  return reader.result({
    line: row.line,
    customerNumber,
    appointmentNumber,
    ...person,
    bookedAt: booked?.at ?? null,
    appointmentOn: appointment.day,
    appointmentAt: appointment.at,
    hasHour: appointment.hasHour,
    age,
    state,
    visitClosedAt: closed !== null && closed < appointment.at ? appointment.at : closed,
    reminded,
    chiefComplaint,
    treatment,
    doctor,
  });
}

export function readPerson(
  reader: RowReader,
  tools: RowTools,
): Omit<CustomerRow, 'line' | 'number' | 'owner'> {
  const birthday = reader.word(
    'birthday',
    (text) => readDate(text, { isExcelSerial: reader.isExcelSerial('birthday') }),
    'bad-date',
  );
  return {
    name: reader.limited('name', longest.name, readName),
    phone: readPhoneCell(reader, tools),
    gender: reader.word('gender', readGender, 'bad-gender'),
    birthday,
    address: reader.limited('address', longest.line),
    occupation: reader.limited('occupation', longest.short),
    channelSource: reader.limited('channelSource', longest.source),
    notes: reader.limited('notes', longest.note, readNote),
  };
}

function readPhoneCell(reader: RowReader, tools: RowTools): string | null {
  const text = reader.text('phone');
  if (text === null) return null;
  if (looksScientific(text)) {
    reader.reject('phone', 'scientific-phone');
    return null;
  }
  return reader.word('phone', (given) => tools.readPhone(given), 'bad-phone');
}

function readAge(reader: RowReader): number | null {
  const age = reader.word('age', (text) => readInteger(text.replace(/(周?岁|years?|y)$/i, '')), 'bad-age');
  if (age === null || (age >= 0 && age <= highestAge)) return age;
  reader.warn('age', age < 0 ? 'age-below-zero' : 'bad-age');
  return null;
}

function readState(reader: RowReader, mapping: AppointmentMapping): AppointmentRow['state'] {
  const text = reader.text('state');
  if (text === null) return null;
  const says = (words: string[]) => words.some((word) => word.toLowerCase() === text.toLowerCase());
  if (says(mapping.options.keptWhen)) return 'kept';
  if (says(mapping.options.missedWhen)) return 'missed';
  if (saysBooked(text)) return null;
  reader.reject('state', 'bad-state');
  return null;
}

interface Source {
  column: string;
  format?: 'excel-serial' | undefined;
}

/** One row being read: its cells by field, and what was found wrong with them. */
export class RowReader {
  readonly #row: SourceRow;
  readonly #columns: string[];
  readonly #fields: Partial<Record<Field, Source>>;
  readonly #warnings: RowNote[] = [];
  readonly #rejections: RowNote[] = [];

  constructor(row: SourceRow, columns: string[], mapping: Mapping) {
    this.#row = row;
    this.#columns = columns;
    this.#fields = mapping.fields;
  }

  warn(field: Field, code: RowProblem): void {
    this.#warnings.push(this.#note(field, code));
  }

  reject(field: Field, code: RowProblem): void {
    this.#rejections.push(this.#note(field, code));
  }

  result<Value>(value: Value): RowReading<Value> {
    return this.#rejections.length > 0 ? this.refusal() : { value, warnings: this.#warnings };
  }

  refusal(): { rejected: RowNote[] } {
    return { rejected: this.#rejections };
  }

  isExcelSerial(field: Field): boolean {
    return this.#fields[field]?.format === 'excel-serial';
  }

  text(field: Field): string | null {
    return readText(this.#given(field));
  }

  /** A text cut to what can be kept of it. */
  limited(field: Field, max: number, read: (cell: string | null) => string | null = readText): string | null {
    const text = read(this.#given(field));
    if (text === null || text.length <= max) return text;
    this.warn(field, 'too-long');
    // A character outside the first plane is two units: half of it would be no text at all.
    return text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
  }

  /** An id is kept as it stands, also where a spreadsheet has spoilt it: it is still the file's id. */
  id(field: Field): string | null {
    const id = this.text(field);
    if (id === null) return null;
    if (id.length > longest.id) this.reject(field, 'too-long');
    if (looksScientific(id)) this.warn(field, 'scientific-id');
    return id;
  }

  /** A cell that must be one of some words; where it is none, it is left empty and said. */
  word<Value>(field: Field, read: (text: string) => Value | null, code: RowProblem): Value | null {
    const text = this.text(field);
    if (text === null) return null;
    const value = read(text);
    if (value === null) this.warn(field, code);
    return value;
  }

  time(
    field: Field,
    ignoresZone: boolean,
    zone: TimeZone,
  ): { day: CalendarDate; at: Instant; hasHour: boolean } | null {
    const text = this.text(field);
    const time = text && readInstantOrLocal(text, { ignoresZone, isExcelSerial: this.isExcelSerial(field) });
    if (!time) return null;
    if (time.kind === 'instant') return { day: dayAt(time.instant, zone), at: time.instant, hasHour: true };
    return { day: time.day, at: instantOfCell(time.wall, zone), hasHour: time.hasHour };
  }

  #given(field: Field): string | null {
    const column = this.#fields[field]?.column;
    if (column === undefined) return null;
    return this.#row.cells[this.#columns.indexOf(column)] ?? null;
  }

  #note(field: Field, code: RowProblem): RowNote {
    const column = this.#fields[field]?.column ?? null;
    return { line: this.#row.line, column, code, given: this.#given(field)?.slice(0, longest.line) ?? null };
  }
}
