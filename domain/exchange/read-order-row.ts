import type { CalendarDate } from '#domain/base/time.ts';
import { readFen } from './amount.ts';
import { readDate } from './cell.ts';
import type { OrderMapping } from './mapping.ts';
import {
  longest,
  readPerson,
  RowReader,
  type CustomerRow,
  type RowReading,
  type RowTools,
  type SourceRow,
} from './read-row.ts';

/** One sale of the old system: charged and paid. */
export interface OrderRow extends Omit<CustomerRow, 'number' | 'owner'> {
  customerNumber: string;
  orderNumber: string | null;
  orderedOn: CalendarDate;
  fen: number;
  item: string | null;
}

export function readOrderRow(
  row: SourceRow,
  columns: string[],
  mapping: OrderMapping,
  tools: RowTools,
): RowReading<OrderRow> {
  const reader = new RowReader(row, columns, mapping);
  const customerNumber = reader.id('customerNumber');
  if (customerNumber === null) reader.reject('customerNumber', 'missing-id');
  const orderNumber = reader.id('orderNumber');
  const orderedOn = readDay(reader);
  const fen = readAmount(reader);
  const item = reader.limited('item', longest.short);
  const person = readPerson(reader, tools);
  if (customerNumber === null || orderedOn === null || fen === null) return reader.refusal();
  return reader.result({ line: row.line, customerNumber, ...person, orderNumber, orderedOn, fen, item });
}

function readDay(reader: RowReader): CalendarDate | null {
  const text = reader.text('orderedOn');
  const day = text && readDate(text, { isExcelSerial: reader.isExcelSerial('orderedOn') });
  if (!day) reader.reject('orderedOn', text ? 'bad-date' : 'missing-date');
  return day || null;
}

function readAmount(reader: RowReader): number | null {
  const text = reader.text('amount');
  const fen = text === null ? null : readFen(text);
  // What was given back is no order: it is booked by hand, upon the order it belongs to.
  if (fen !== null && fen > 0) return fen;
  reader.reject('amount', text === null ? 'missing-amount' : 'bad-amount');
  return null;
}
