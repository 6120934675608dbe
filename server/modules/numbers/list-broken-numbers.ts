import { addHours } from '#domain/base/time.ts';
import type { BrokenNumber, BrokenNumbers, ListBrokenNumbers } from '#domain/numbers/contract.ts';
import { faultOf } from '#domain/numbers/number-fault.ts';
import type { NumberFault } from '#domain/numbers/number-fault.ts';
import { clinicsAsked, maySeeClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findPhoneChanges, findWithoutPhone } from '../customers/find-unreachable.ts';
import { findEscalated, findLastTries, findOwedNow } from '../followups/find-escalated.ts';
import { findNotDelivered } from '../messaging/find-not-delivered.ts';
import { findGuardianPhones } from '../records/find-guardian-phones.ts';
import { selectUnderWay } from './repairs-store.ts';

/** A text that did not arrive says something of the number for so long. */
const receiptDays = 30;
/** Of those without any number, who is looked at: whom something is owed is among the first to be asked. */
const withoutPhoneAtOnce = 2_000;

interface Broken {
  customerId: string;
  clinicId: string;
  fault: NumberFault;
  followups: number;
  closesAt: string | null;
}

/** Customers who cannot be reached by the number on record, what was tried, and who looks for another (C5). */
export async function listBrokenNumbers(ctx: Context, input: ListBrokenNumbers): Promise<BrokenNumbers> {
  requirePermission(ctx, 'customers.write');
  return inTransaction(ctx, async (ctx) => {
    const all = await findBroken(ctx, clinicsAsked(ctx, input.clinicId));
    const asked = all.filter(({ fault }) => input.fault === undefined || fault === input.fault);
    const first = (input.page - 1) * input.pageSize;
    return {
      items: await rowsOf(ctx, asked.slice(first, first + input.pageSize)),
      total: asked.length,
      counts: countsOf(all),
    };
  });
}

async function findBroken(ctx: TransactionContext, clinicIds: readonly string[] | null): Promise<Broken[]> {
  const [escalated, undelivered, phoneless] = await Promise.all([
    findEscalated(ctx, clinicIds),
    findNotDelivered(ctx, addHours(ctx.now, -24 * receiptDays)),
    findWithoutPhone(ctx, clinicIds, withoutPhoneAtOnce),
  ]);
  const standing = new Map(escalated.map((each) => [each.customerId, each]));
  const receipts = new Map(undelivered.map((each) => [each.customerId, each]));
  const ids = [...new Set([...standing.keys(), ...receipts.keys(), ...phoneless])];
  const [changes, guardians, owed, customers] = await Promise.all([
    findPhoneChanges(ctx, ids),
    findGuardianPhones(ctx, phoneless),
    findOwedNow(ctx, ids),
    briefCustomers(ctx, ids),
  ]);
  const broken = ids.flatMap((customerId): Broken[] => {
    const customer = customers.get(customerId);
    const stands = standing.get(customerId);
    const owes = stands ?? owed.get(customerId);
    if (!customer || (!owes && customer.phone === null)) return [];
    const clinicId = owes?.clinicId ?? customer.clinicId;
    if (clinicIds === null ? !maySeeClinic(ctx, clinicId) : !clinicIds.includes(clinicId)) return [];
    const receipt = receipts.get(customerId);
    // What did not arrive at the number before this one says nothing of this one.
    const isOfThisNumber = receipt !== undefined && receipt.at > (changes.get(customerId) ?? '');
    const fault = faultOf({
      hasPhone: customer.phone !== null || guardians.has(customerId),
      isWrong: stands?.isWrong ?? false,
      notDelivered: isOfThisNumber ? receipt.reason : null,
      isUnreachable: stands?.isUnreachable ?? false,
    });
    if (fault === null) return [];
    return [
      { customerId, clinicId, fault, followups: owes?.followups ?? 0, closesAt: owes?.closesAt ?? null },
    ];
  });
  return broken.sort(byUrgency);
}

/** What breaks its window first; who is owed nothing just now comes last. */
function byUrgency(one: Broken, other: Broken): number {
  const [first, second] = [one, other].map(({ closesAt, customerId }) => `${closesAt ?? '~'} ${customerId}`);
  return first! < second! ? -1 : 1;
}

async function rowsOf(ctx: TransactionContext, broken: readonly Broken[]): Promise<BrokenNumber[]> {
  const ids = broken.map(({ customerId }) => customerId);
  const [customers, tries, underWay] = await Promise.all([
    briefCustomers(ctx, ids),
    findLastTries(ctx, ids),
    selectUnderWay(ctx, ids),
  ]);
  return broken.map(({ customerId, ...rest }) => {
    const { id, number, name, phone, grade } = customers.get(customerId)!;
    const taken = underWay.find((each) => each.customerId === customerId);
    return {
      ...rest,
      customer: { id, number, name, phone, grade },
      tries: (tries.get(customerId) ?? []).map(({ at, channel, result, byName }) => ({
        ...{ at, channel, result, byName },
      })),
      takenBy: taken ? { staffId: taken.staffId, name: taken.name, at: taken.at } : null,
    };
  });
}

function countsOf(all: readonly Broken[]): BrokenNumbers['counts'] {
  const count = (fault: NumberFault) => all.filter((each) => each.fault === fault).length;
  return {
    missing: count('missing'),
    wrong: count('wrong'),
    undeliverable: count('undeliverable'),
    unreachable: count('unreachable'),
  };
}
