import type { AppointmentMapping, CustomerMapping, Field, Mapping, OrderMapping } from './mapping.ts';
import { People } from './people.ts';
import { readOrderRow, type OrderRow } from './read-order-row.ts';
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
  /** Of a sheet of orders only. */
  orders?: number;
  ordersFen?: number;
}

/** An order with what tells it from every other, in this sheet and in the next one of the same system. */
export interface PlacedOrder extends OrderRow {
  place: (string | number)[];
}

export interface RowRead {
  /** Null where the row was rejected, or the sheet is of another kind. */
  appointment: AppointmentRow | null;
  order: PlacedOrder | null;
  notes: SheetNote[];
}

/** A sheet read from its first row to its last, with what only the whole can tell: who and what stands in it twice. */
export class SheetReading {
  readonly people: People;
  readonly counts: RowCounts = { rows: 0, appointments: 0, kept: 0, missed: 0, warned: 0, rejected: 0 };
  readonly #columns: string[];
  readonly #mapping: Mapping;
  readonly #tools: RowTools;
  readonly #ids = new Set<string>();
  readonly #alike = new Map<string, number>();

  /** Read a second time, a list of appointments adds nothing to the people of the first. */
  constructor(columns: string[], mapping: Mapping, tools: RowTools, people = new People()) {
    this.people = people;
    this.#columns = columns;
    this.#mapping = mapping;
    this.#tools = tools;
    if (mapping.kind === 'orders') Object.assign(this.counts, { orders: 0, ordersFen: 0 });
  }

  read(row: SourceRow): RowRead {
    this.counts.rows += 1;
    const mapping = this.#mapping;
    switch (mapping.kind) {
      case 'customers':
        return { appointment: null, order: null, notes: this.#readCustomer(row, mapping) };
      case 'appointments':
        return { order: null, ...this.#readAppointment(row, mapping) };
      case 'orders':
        return { appointment: null, ...this.#readOrder(row, mapping) };
    }
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

  #readOrder(row: SourceRow, mapping: OrderMapping) {
    const reading = readOrderRow(row, this.#columns, mapping, this.#tools);
    if ('rejected' in reading) return { order: null, notes: this.#reject(reading.rejected) };
    const { value, warnings } = reading;
    this.people.meetBuyer(value);
    this.counts.orders = (this.counts.orders ?? 0) + 1;
    this.counts.ordersFen = (this.counts.ordersFen ?? 0) + value.fen;
    return { order: { ...value, place: this.#placeOf(value) }, notes: this.#warn(warnings) };
  }

  /** Its number, else all that is known of it; of orders that are alike in it, the how manyeth it is. */
  #placeOf({ orderNumber, customerNumber, orderedOn, fen, item }: OrderRow): (string | number)[] {
    const own = orderNumber === null ? [customerNumber, orderedOn, fen, item ?? ''] : [orderNumber];
    const key = JSON.stringify(own);
    const before = this.#alike.get(key) ?? 0;
    this.#alike.set(key, before + 1);
    return [...own, before];
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
