import { chunksOf } from '#domain/base/chunks.ts';
import { likenessesOf, type People, type Person } from '#domain/exchange/people.ts';
import { ownerFields } from '#domain/ownership/owner-kind.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import { addCustomers, type NewCustomer } from '#server/modules/customers/add-customers.ts';
import { matchPeople, type Sought } from '#server/modules/customers/match-people.ts';
import { takeChartNumbers } from '#server/modules/customers/take-chart-numbers.ts';
import type { Owner, Owners } from './find-owners.ts';
import type { Batch } from './store.ts';

const peopleAtOnce = 5_000;

export interface CustomersOfSheet {
  idOf: Map<Person, string>;
  /** Those that had a record before this batch. */
  known: Set<string>;
  added: number;
}

/** Finds everybody a sheet speaks of and makes a record for those who have none. A record that is there stays as it is. */
export async function bringInCustomers(
  ctx: TransactionContext,
  batch: Batch,
  { people, owners, wrote }: { people: People; owners: Owners; wrote: (rows: number) => Promise<void> },
): Promise<CustomersOfSheet> {
  const result: CustomersOfSheet = { idOf: new Map(), known: new Set(), added: 0 };
  for (const chunk of chunksOf([...people], peopleAtOnce)) {
    const fresh = await findAll(ctx, chunk, result);
    const numbers = await takeChartNumbers(ctx, fresh.filter((person) => person.number === null).length);
    const customers = fresh.map((person) =>
      newCustomer(ctx, batch, person, {
        number: person.number ?? numbers.shift()!,
        owner: person.owner === null ? undefined : owners.get(person.owner),
      }),
    );
    const added = new Set(await addCustomers(ctx, customers));
    result.added += added.size;
    // Whom a colleague entered in this very moment is found now.
    const late = await findAll(
      ctx,
      fresh.filter((person) => !added.has(personId(ctx.orgId, person))),
      result,
    );
    if (late.length > 0) throw new Error(`${late.length} customers could be neither found nor added`);
    for (const person of fresh) {
      const id = personId(ctx.orgId, person);
      if (added.has(id)) result.idOf.set(person, id);
    }
    await wrote(added.size);
  }
  return result;
}

/** How many of these have no record yet. */
export async function countUnknown(ctx: TransactionContext, people: readonly Person[]): Promise<number> {
  const found = await matchPeople(
    ctx,
    people.map((person) => sought(ctx.orgId, person)),
  );
  return people.length - found.size;
}

async function findAll(
  ctx: TransactionContext,
  people: Person[],
  result: CustomersOfSheet,
): Promise<Person[]> {
  if (people.length === 0) return [];
  const found = await matchPeople(
    ctx,
    people.map((person) => sought(ctx.orgId, person)),
  );
  return people.filter((person) => {
    const id = found.get(personId(ctx.orgId, person));
    if (id === undefined) return true;
    result.idOf.set(person, id);
    result.known.add(id);
    return false;
  });
}

function sought(orgId: string, person: Person): Sought {
  const { number, name, phone, birthday } = person;
  return { id: personId(orgId, person), number, name, phone, birthday };
}

/** The record this person always gets, so that the same sheet again makes nobody twice. */
function personId(orgId: string, person: Person): string {
  if (person.number !== null) return derivedId('customer', orgId, 'number', person.number);
  const [likeness] = likenessesOf(person);
  if (likeness !== undefined) return derivedId('customer', orgId, 'like', likeness);
  return derivedId('customer', orgId, 'name', person.name ?? '', person.namesake ?? 0);
}

function newCustomer(
  ctx: TransactionContext,
  batch: Batch,
  person: Person,
  { number, owner }: { number: string; owner: Owner | undefined },
): NewCustomer {
  return {
    id: personId(ctx.orgId, person),
    clinicId: batch.clinicId,
    number,
    // Nobody is without a name on the lists: the number stands in where the sheet knows none.
    name: person.name ?? `#${number}`,
    gender: person.gender ?? 'unknown',
    birthday: person.birthday,
    birthYear: person.birthYear,
    phone: person.phone,
    address: person.address,
    occupation: person.occupation,
    channelSource: person.channelSource,
    notes: person.notes,
    lastVisitOn: person.lastKeptOn,
    importBatchId: batch.id,
    ...(owner && { [ownerFields[owner.kind]]: owner.id }),
  };
}
