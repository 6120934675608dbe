import type { z } from 'zod';
import { promisesOf } from '#domain/recoverycards/approval.ts';
import type { CardRow, CardList, CardVersion, CardView } from '#domain/recoverycards/contract.ts';
import { standardCards } from '#domain/recoverycards/standard-cards.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { selectCards } from './store.ts';
import type { StoredCard } from './store.ts';

export async function getCard(ctx: Context, input: { code: string }): Promise<CardView> {
  requirePermission(ctx, 'scripts.read');
  return inTransaction(ctx, (ctx) => cardOnRecord(ctx, input.code));
}

/** Every card, shipped or the clinic's own, with where it stands. */
export async function listCards(ctx: Context): Promise<z.input<typeof CardList>> {
  requirePermission(ctx, 'scripts.read');
  return inTransaction(ctx, async (ctx) => {
    const written = await selectCards(ctx);
    const codes = new Set([...standardCards, ...written].map(({ code }) => code));
    return { items: [...codes].map((code) => rowOf(code, written)) };
  });
}

function rowOf(code: string, written: readonly StoredCard[]): CardRow {
  const texts = written.filter((each) => each.code === code);
  const waiting = texts.find(isWaiting);
  const inForce = texts.find((each) => !isWaiting(each)) ?? cardAsShipped(code);
  const { name, procedure } = (inForce ?? waiting)!.definition;
  return {
    ...{ code, name, procedure },
    isShipped: standardCards.some((card) => card.code === code),
    version: inForce?.version ?? null,
    approvedAt: inForce?.approvedAt ?? null,
    approvedByName: inForce?.approvedByName ?? null,
    waitsSince: waiting?.writtenAt ?? null,
  };
}

/** The card in force, the text that waits for its doctor, and what was in force before. */
export async function cardOnRecord(ctx: TransactionContext, code: string): Promise<CardView> {
  const texts = await selectCards(ctx, code);
  const shipped = cardAsShipped(code);
  const waiting = texts.find(isWaiting);
  const approved = texts.filter((each) => !isWaiting(each));
  if (!shipped && texts.length === 0) throw new NotFound('recovery card', code);
  const history = [...approved.map(asVersion), ...(shipped ? [shipped] : [])];
  return {
    code,
    inForce: history[0] ?? null,
    waiting: waiting ? { ...waiting, promises: promisesOf(waiting.definition) } : null,
    history,
    version: waiting?.edits ?? 0,
  };
}

export function isWaiting({ approvedAt }: Pick<StoredCard, 'approvedAt'>): boolean {
  return approvedAt === null;
}

/** Version 0, which every organization has and none has approved. */
export function cardAsShipped(code: string): CardVersion | undefined {
  const definition = standardCards.find((card) => card.code === code);
  return (
    definition && {
      ...{ version: 0, definition },
      ...{ writtenAt: null, writtenByName: null, approvedAt: null, approvedByName: null },
    }
  );
}

function asVersion(card: StoredCard): CardVersion {
  const { version, definition, writtenAt, writtenByName, approvedAt, approvedByName } = card;
  return { version, definition, writtenAt, writtenByName, approvedAt, approvedByName };
}
