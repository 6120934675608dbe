import type { AppointmentMapping, CustomerMapping, Field, Mapping } from './mapping.ts';
import { People } from './people.ts';
import {
  readAppointmentRow,
  readCustomerRow,
  type AppointmentRow,
  type RowNote,
  type RowTools,
  type SourceRow,
} from './read-row.ts';
import type { RowProblem } from './words.ts';

export interface SheetNote extends RowNote {
  level: 'warned' | 'rejected';
}

export interface RowCounts {
  rows: number;
  appointments: number;
  kept: number;
  missed: number;
  warned: number;
  rejected: number;
}

/** A sheet read from its first row to its last, with what only the whole can tell: who and what stands in it twice. */
export class SheetReading {
  readonly people: People;
  readonly counts: RowCounts = { rows: 0, appointments: 0, kept: 0, missed: 0, warned: 0, rejected: 0 };
  readonly #columns: string[];
  readonly #mapping: Mapping;
  readonly #tools: RowTools;
  readonly #ids = new Set<string>();

  /** Read a second time, a list of appointments adds nothing to the people of the first. */
  constructor(columns: string[], mapping: Mapping, tools: RowTools, people = new People()) {
    this.people = people;
    this.#columns = columns;
    this.#mapping = mapping;
    this.#tools = tools;
  }

  /** `appointment` is null where the row was rejected or the sheet is a list of customers. */
  read(row: SourceRow): { appointment: AppointmentRow | null; notes: SheetNote[] } {
    this.counts.rows += 1;
    const mapping = this.#mapping;
    return mapping.kind === 'customers'
      ? { appointment: null, notes: this.#readCustomer(row, mapping) }
      : this.#readAppointment(row, mapping);
  }

  #readCustomer(row: SourceRow, mapping: CustomerMapping): SheetNote[] {
    const reading = readCustomerRow(row, this.#columns, mapping, this.#tools);
    if ('rejected' in reading) return this.#reject(reading.rejected);
    const { value, warnings } = reading;
    if (value.number !== null && !this.#isNewId(value.number))
      return this.#reject([this.#noteOn(mapping, 'number', 'id-twice', value.number, row.line)]);
    const { isKnown } = this.people.meetCustomer(value);
    const twice = isKnown ? [this.#noteOn(mapping, 'name', 'same-customer', value.name, row.line)] : [];
    return this.#warn([...warnings, ...twice]);
  }

  #readAppointment(row: SourceRow, mapping: AppointmentMapping) {
    const reading = readAppointmentRow(row, this.#columns, mapping, this.#tools);
    if ('rejected' in reading) return { appointment: null, notes: this.#reject(reading.rejected) };
    const { value, warnings } = reading;
    if (!this.#isNewId(value.appointmentNumber)) {
      const note = this.#noteOn(mapping, 'appointmentNumber', 'id-twice', value.appointmentNumber, row.line);
      return { appointment: null, notes: this.#reject([note]) };
    }
    this.people.meetVisitor(value);
    this.counts.appointments += 1;
    if (value.state !== null) this.counts[value.state] += 1;
    return { appointment: value, notes: this.#warn(warnings) };
  }

  #isNewId(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    return true;
  }

  #noteOn(
    mapping: { fields: Partial<Record<Field, { column: string }>> },
    field: Field,
    code: RowProblem,
    given: string | null,
    line: number,
  ): RowNote {
    return { line, column: mapping.fields[field]?.column ?? null, code, given };
  }

  #reject(notes: RowNote[]): SheetNote[] {
    this.counts.rejected += 1;
    return notes.map((note) => ({ ...note, level: 'rejected' }));
  }

  #warn(notes: RowNote[]): SheetNote[] {
    if (notes.length > 0) this.counts.warned += 1;
    return notes.map((note) => ({ ...note, level: 'warned' }));
  }
}
