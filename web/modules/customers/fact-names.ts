import type { EditCustomer } from '#domain/customers/contract.ts';

export type FactName = keyof EditCustomer;

/** The facts of a record in the order they are asked and told. */
export const factNames = [
  'name',
  'gender',
  'birthday',
  'birthdayCalendar',
  'phone',
  'wechat',
  'channelSource',
  'referrerId',
  'ownerId',
  'webConsultantId',
  'doctorId',
  'occupation',
  'address',
  'likes',
  'taboos',
  'hasInfluence',
  'influenceNote',
  'notes',
  'refusesContact',
] as const satisfies readonly FactName[];
