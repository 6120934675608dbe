import { z } from 'zod';
import { stateWords } from './state-words.ts';

const aboutTheCustomer = [
  'name',
  'phone',
  'gender',
  'birthday',
  'address',
  'occupation',
  'channelSource',
  'notes',
] as const;

export const customerFields = ['number', ...aboutTheCustomer, 'owner'] as const;
export const appointmentFields = [
  'customerNumber',
  ...aboutTheCustomer,
  'appointmentNumber',
  'bookedAt',
  'appointmentAt',
  'age',
  'state',
  'reminded',
  'chiefComplaint',
  'treatment',
  'doctor',
] as const;
export const orderFields = [
  'customerNumber',
  ...aboutTheCustomer,
  'orderNumber',
  'orderedOn',
  'amount',
  'item',
] as const;
export type CustomerField = (typeof customerFields)[number];
export type AppointmentField = (typeof appointmentFields)[number];
export type OrderField = (typeof orderFields)[number];
export type Field = CustomerField | AppointmentField | OrderField;

export const mappingKinds = ['customers', 'appointments', 'orders'] as const;
export type MappingKind = (typeof mappingKinds)[number];

export const fieldsOf: Record<MappingKind, readonly Field[]> = {
  customers: customerFields,
  appointments: appointmentFields,
  orders: orderFields,
};

/** Without these a row says nothing that can be kept. */
export const requiredFields = {
  customers: ['name'],
  appointments: ['customerNumber', 'appointmentNumber', 'appointmentAt'],
  orders: ['customerNumber', 'orderedOn', 'amount'],
} as const satisfies {
  customers: readonly CustomerField[];
  appointments: readonly AppointmentField[];
  orders: readonly OrderField[];
};

const FieldSource = z.strictObject({
  column: z.string().min(1).max(200),
  format: z.enum(['excel-serial']).optional(),
});

const CustomerMapping = z.strictObject({
  kind: z.literal('customers'),
  fields: z.partialRecord(z.enum(customerFields), FieldSource),
  options: z.strictObject({}).default({}),
});

const AppointmentOptions = z.strictObject({
  /** The file's times end in Z but are local. */
  zoneIsIgnored: z.boolean().default(false),
  keptWhen: z.array(z.string().max(60)).default([]),
  missedWhen: z.array(z.string().max(60)).default([]),
  /** A kept appointment is a visit that closed at this hour of its day, where the file says no later one. */
  visitClosesAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('18:00'),
});

const AppointmentMapping = z.strictObject({
  kind: z.literal('appointments'),
  fields: z.partialRecord(z.enum(appointmentFields), FieldSource),
  options: AppointmentOptions.prefault({}),
});

const OrderMapping = z.strictObject({
  kind: z.literal('orders'),
  fields: z.partialRecord(z.enum(orderFields), FieldSource),
  options: z.strictObject({}).default({}),
});

/** Which column of a sheet feeds which field. */
export const Mapping = z.discriminatedUnion('kind', [CustomerMapping, AppointmentMapping, OrderMapping]);
export type Mapping = z.infer<typeof Mapping>;
export type CustomerMapping = z.infer<typeof CustomerMapping>;
export type AppointmentMapping = z.infer<typeof AppointmentMapping>;
export type OrderMapping = z.infer<typeof OrderMapping>;
export type AppointmentOptions = AppointmentMapping['options'];

/** The mapping a person chose, field by field; null where it names a field its kind does not have. */
export function mappingFrom(
  kind: MappingKind,
  columnByField: Record<string, string>,
  options: Partial<AppointmentOptions> = {},
): Mapping | null {
  const fields = Object.entries(columnByField).filter(([, column]) => column !== '');
  const mapping = Mapping.safeParse({
    kind,
    fields: Object.fromEntries(fields.map(([field, column]) => [field, { column }])),
    options: kind === 'appointments' ? { ...stateWords(columnByField['state']), ...options } : {},
  });
  return mapping.success ? mapping.data : null;
}

/** The mapped columns that the file does not have. */
export function missingColumns(mapping: Mapping, columns: string[]): string[] {
  const wanted = Object.values(mapping.fields).map((source) => source.column);
  return [...new Set(wanted)].filter((column) => !columns.includes(column));
}

/** The fields a row cannot do without and no column feeds. */
export function unmappedRequired(mapping: Mapping): Field[] {
  const fed: Record<string, unknown> = mapping.fields;
  return requiredFields[mapping.kind].filter((field) => fed[field] === undefined);
}
