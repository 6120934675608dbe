import type { People } from '#domain/exchange/people.ts';
import type { PlacedOrder } from '#domain/exchange/sheet-reading.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import { addLedgerHistory, knownEntries, type PastEntry } from '#server/modules/ledger/add-ledger-history.ts';
import type { CustomersOfSheet } from './bring-in-customers.ts';
import type { Batch } from './store.ts';

/** Books a sheet's orders, each charged and paid on its day; one that is booked already stays. Gives how many are new. */
export async function bringInOrders(
  ctx: TransactionContext,
  batch: Batch,
  people: People,
  customers: CustomersOfSheet,
  orders: readonly PlacedOrder[],
): Promise<number> {
  const entries = orders.flatMap((order): PastEntry[] => {
    const id = orderId(ctx, batch, order);
    const entry = {
      clinicId: batch.clinicId,
      customerId: customers.idOf.get(people.withNumber(order.customerNumber)!)!,
      on: order.orderedOn,
      visitId: null,
      importBatchId: batch.id,
    };
    const memo = [order.item, order.orderNumber].filter((part) => part !== null).join(' · ');
    return [
      { ...entry, id, booking: { kind: 'charge', fen: order.fen, memo } },
      { ...entry, id: paymentId(id), booking: { kind: 'payment', fen: order.fen, memo } },
    ];
  });
  return (await addLedgerHistory(ctx, entries)).length / 2;
}

/** How many of these orders are not booked yet. */
export async function countNewOrders(
  ctx: TransactionContext,
  batch: Batch,
  orders: readonly PlacedOrder[],
): Promise<number> {
  if (orders.length === 0) return 0;
  const known = await knownEntries(
    ctx,
    orders.map((order) => orderId(ctx, batch, order)),
  );
  return orders.length - known.size;
}

/** The entry this order always gets, so that the same sheet again books nothing twice. */
function orderId(ctx: TransactionContext, batch: Batch, order: PlacedOrder): string {
  return derivedId('order', ctx.orgId, batch.clinicId, ...order.place);
}

function paymentId(chargeId: string): string {
  return derivedId('payment of', chargeId);
}
