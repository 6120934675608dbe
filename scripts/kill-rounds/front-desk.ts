import { randomUUID } from 'node:crypto';
import type { CreateCustomer, Customer } from '#domain/customers/contract.ts';
import type { Visit } from '#domain/visits/contract.ts';
import type { Dice } from '#server/demo/dice.ts';
import type { Client } from './client.ts';
import type { Act } from './history.ts';

/** A desk that takes in one new customer after the other: record, visit, treatments, goodbye. */
export async function receiveUntil(
  isOver: () => boolean,
  client: Client,
  clinicId: string,
  dice: Dice,
): Promise<void> {
  while (!isOver()) {
    const customer = await write<Customer>(
      client,
      'customer',
      'POST',
      '/customers',
      (key) =>
        ({
          name: dice.pick(['陈晨', '赵敏', '孙悦', 'Anna O’Neil']),
          phone: `139${dice.whole(10_000_000, 99_999_999)}`,
          gender: dice.pick(['female', 'male']),
          notes: `${dice.pick(['朋友介绍', '路过'])} ${key}`,
          clinicId,
        }) satisfies Partial<CreateCustomer>,
    );
    if (customer && !isOver()) await receive(client, customer, dice);
  }
}

async function receive(client: Client, { id, clinicId }: Customer, dice: Dice): Promise<void> {
  const opened = await write<Visit>(client, 'visit-open', 'POST', '/visits', (key) => ({
    customerId: id,
    clinicId,
    chiefComplaint: `${dice.pick(['牙疼', '复查', '想做咨询'])} ${key}`,
  }));
  if (!opened) return;
  const category = dice.pick(['surgery', 'filling', 'extraction', 'cleaning', 'implant']);
  const treatments = (key: string) => ({ treatments: [{ category, name: `${category} ${key}` }] });
  const edited = await write<Visit>(
    client,
    'visit-edit',
    'PATCH',
    `/visits/${opened.id}`,
    treatments,
    opened.version,
  );
  if (!edited) return;
  await write<Visit>(client, 'visit-close', 'POST', `/visits/${edited.id}/close`, () => ({}), edited.version);
}

async function write<T>(
  client: Client,
  act: Act,
  method: 'POST' | 'PATCH',
  path: string,
  bodyWith: (key: string) => object,
  ifMatch?: number,
): Promise<T | undefined> {
  const key = randomUUID();
  const asked = {
    key,
    act,
    method,
    path,
    body: bodyWith(key),
    ...(ifMatch === undefined ? {} : { ifMatch }),
  };
  const answer = await client.write(asked);
  return answer?.status === 200 ? (answer.body as T) : undefined;
}
