import { Customer } from '#domain/customers/contract.ts';
import { AlikeCustomers } from '#domain/identity/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { readLists } from './kept-list.ts';

interface WalkIn {
  clinicId: string;
  customerName: string;
  phone: string | null;
  recordKey: string;
}

/** Whether there is a record already that may be theirs, by the hint that the desk is given while it types. */
export async function isLikeSomebody({ customerName: name, phone }: WalkIn): Promise<boolean> {
  const { items } = await get('/customers/alike', AlikeCustomers, { name, ...(phone && { phone }) });
  return items.length > 0;
}

/** A record for who has none; with its key one, however often it is asked for. */
export async function recordOf({ clinicId, customerName: name, phone, recordKey }: WalkIn): Promise<string> {
  const { id } = await post('/customers', { name, phone, clinicId }, Customer, { idempotencyKey: recordKey });
  return id;
}

/** Their appointment of today, where it turns out that they were booked after all. */
export async function bookedToday(customerId: string, clinicId: string): Promise<string | null> {
  const people = (await readLists())
    .filter((list) => list.clinicId === clinicId)
    .flatMap(({ people }) => people);
  const booked = people.find((person) => person.customerId === customerId && !person.isHere);
  return booked?.appointmentId ?? null;
}
