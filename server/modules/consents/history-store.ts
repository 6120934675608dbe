import type { Instant } from '#domain/base/time.ts';
import type { ConsentEntry, ConsentWay } from '#domain/consents/consent.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertNew } from '#server/platform/database/insert-many.ts';

export interface PastConsentRow extends ConsentEntry {
  id: string;
  customerId: string;
  way: ConsentWay;
  evidence: string | null;
  guardianName: string | null;
  guardianRelation: string | null;
  recordedBy: string | null;
  at: Instant;
  textShown: string | null;
  textVersion: number | null;
  textHash: string | null;
}

const columns = {
  ...{ id: 'uuid', customer_id: 'uuid', purpose: 'text', channel: 'text', decision: 'text', way: 'text' },
  ...{ text_shown: 'text', text_version: 'integer', text_hash: 'text', evidence: 'text' },
  ...{ guardian_name: 'text', guardian_relation: 'text', at: 'timestamptz' },
  ...{ recorded_at: 'timestamptz', recorded_by: 'uuid' },
};

export function insertPastConsents(
  ctx: TransactionContext,
  consents: readonly PastConsentRow[],
): Promise<void> {
  const rows = consents.map((one) => ({
    ...{ id: one.id, customer_id: one.customerId, purpose: one.purpose, channel: one.channel },
    ...{ decision: one.decision, way: one.way, evidence: one.evidence },
    ...{ text_shown: one.textShown, text_version: one.textVersion, text_hash: one.textHash },
    ...{ guardian_name: one.guardianName, guardian_relation: one.guardianRelation },
    ...{ at: one.at, recorded_at: one.at, recorded_by: one.recordedBy },
  }));
  return insertNew(ctx, 'consents', columns, rows);
}
