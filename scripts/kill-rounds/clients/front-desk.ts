import { randomUUID } from 'node:crypto';
import type { CreateCustomer, Customer } from '#domain/customers/contract.ts';
import type { Visit } from '#domain/visits/contract.ts';
import type { Dice } from '#server/demo/dice.ts';
import type { Client } from './client.ts';
import type { Asked } from './history.ts';

/** A desk that receives one customer after the other, new ones and such as come again, until the server is gone. */
export async function receiveUntil(
  isOver: () => boolean,
  client: Client,
  clinicId: string,
  known: readonly { id: string }[],
  dice: Dice,
): Promise<void> {
  while (!isOver()) {
    const customer = dice.happens(1 / 2) ? dice.pick(known) : await takeIn(client, clinicId, dice);
    if (customer && !isOver()) await receive(client, customer.id, clinicId, dice);
  }
}

function takeIn(client: Client, clinicId: string, dice: Dice): Promise<Customer | undefined> {
  const key = randomUUID();
  const body: Partial<CreateCustomer> = {
    name: dice.pick(['陈晨', '赵敏', '孙悦', 'Anna O’Neil']),
    phone: `139${dice.whole(10_000_000, 99_999_999)}`,
    gender: dice.pick(['female', 'male']),
    notes: `${dice.pick(['朋友介绍', '路过'])} ${key}`,
    clinicId,
  };
  return write(client, { key, act: 'customer', method: 'POST', path: '/customers', body });
}

/** From the door to the door: opened, what was done, closed. */
async function receive(client: Client, customerId: string, clinicId: string, dice: Dice): Promise<void> {
  const opening = randomUUID();
  const chiefComplaint = `${dice.pick(['牙疼', '复查', '想做咨询'])} ${opening}`;
  const opened = await write<Visit>(client, {
    key: opening,
    act: 'visit-open',
    method: 'POST',
    path: '/visits',
    body: { customerId, clinicId, chiefComplaint, channelSource: dice.pick(['朋友介绍', '路过']) },
  });
  if (!opened) return;
  const editing = randomUUID();
  const category = dice.pick(['surgery', 'filling', 'extraction', 'cleaning', 'implant']);
  const edited = await write<Visit>(client, {
    key: editing,
    act: 'visit-edit',
    method: 'PATCH',
    path: `/visits/${opened.id}`,
    ifMatch: opened.version,
    body: { treatments: [{ category, name: `${category} ${editing}` }] },
  });
  if (!edited) return;
  await write<Visit>(client, {
    key: randomUUID(),
    act: 'visit-close',
    method: 'POST',
    path: `/visits/${edited.id}/close`,
    ifMatch: edited.version,
    body: {},
  });
}

async function write<T>(client: Client, asked: Asked): Promise<T | undefined> {
  const answer = await client.write(asked);
  return answer?.status === 200 ? (answer.body as T) : undefined;
}
