import { caseNotice } from '#domain/recovery/notice-words.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { queueNotice } from '../messaging/queue-notice.ts';
import { getClinic } from '../staff/get-clinic.ts';
import type { CaseChange, StoredCase } from './store.ts';

/** Whose case it has become: told in the clinic's group, each level once in each opening of the case. */
export async function tellLevel(
  ctx: TransactionContext,
  told: Pick<StoredCase, 'id' | 'clinicId' | 'gravity' | 'level' | 'breaksAt' | 'reopened'> & {
    /** It is there because of what it is, not because of the clock. */
    isNew: boolean;
  },
): Promise<void> {
  const { id, clinicId, gravity, level, reopened } = told;
  if (level === 'owner') return;
  const { name, timezone } = await getClinic(ctx, clinicId);
  await queueNotice(ctx, {
    ...{ clinicId, kind: 'case', text: caseNotice(told, { clinic: name, now: ctx.now, zone: timezone }) },
    cause: { kind: 'case', id: `${id} ${level} ${reopened}` },
    // The leadership is told of a special matter at any hour.
    isUrgent: gravity === 'special',
  });
}

/** The same where something that became known has brought it up. */
export async function tellRise(
  ctx: TransactionContext,
  held: StoredCase,
  change: CaseChange & { level: StoredCase['level']; breaks_at: string },
): Promise<void> {
  if (change.level === held.level) return;
  const gravity = (change.gravity as StoredCase['gravity'] | undefined) ?? held.gravity;
  const reopened = (change.reopened as number | undefined) ?? held.reopened;
  const { level, breaks_at: breaksAt } = change;
  await tellLevel(ctx, { ...held, gravity, level, breaksAt, reopened, isNew: true });
}
