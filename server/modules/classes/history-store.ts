import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { DeskChannel } from '#domain/classes/desk-contact.ts';
import type { ClassStage } from '#domain/classes/preclass.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertNew } from '#server/platform/database/insert-many.ts';
import { newId } from '#server/platform/ids.ts';

/** A contact of earlier, with its class and what it turned out to be, where somebody said so. */
export interface PastContact {
  id: string;
  clinicId: string;
  customerId: string;
  channel: DeskChannel;
  at: Instant;
  day: CalendarDate;
  stage: ClassStage;
  takenBy: string;
  matter: string | null;
  code: string | null;
  confirmed: { code: string; by: string; at: Instant } | null;
}

const contactColumns = {
  id: 'uuid',
  clinic_id: 'uuid',
  customer_id: 'uuid',
  channel: 'text',
  at: 'timestamptz',
  day: 'date',
  stage: 'text',
  taken_by: 'uuid',
  matter: 'text',
  preclass: 'text',
  preclassed_by: 'uuid',
  preclassed_at: 'timestamptz',
  code: 'text',
  confirmed: 'text',
  confirmed_by: 'uuid',
  confirmed_at: 'timestamptz',
};

const changeColumns = {
  id: 'uuid',
  contact_id: 'uuid',
  customer_id: 'uuid',
  source: 'text',
  code: 'text',
  code_before: 'text',
  changed_at: 'timestamptz',
  changed_by: 'uuid',
};

export async function insertPastContacts(
  ctx: TransactionContext,
  contacts: readonly PastContact[],
): Promise<void> {
  const rows = contacts.map(({ clinicId, customerId, takenBy, code, confirmed, ...contact }) => ({
    ...contact,
    clinic_id: clinicId,
    customer_id: customerId,
    taken_by: takenBy,
    preclass: code,
    preclassed_by: code === null ? null : takenBy,
    preclassed_at: code === null ? null : contact.at,
    code,
    confirmed: confirmed?.code ?? null,
    confirmed_by: confirmed?.by ?? null,
    confirmed_at: confirmed?.at ?? null,
  }));
  await insertNew(ctx, 'desk_contacts', contactColumns, rows);
  await insertNew(ctx, 'class_changes', changeColumns, contacts.flatMap(changesOf));
}

function changesOf({ id, customerId, code, takenBy, at, confirmed }: PastContact) {
  const shared = { contact_id: id, customer_id: customerId };
  const set = { ...shared, source: 'desk', code_before: null, changed_at: at, changed_by: takenBy };
  return [
    ...(code === null ? [] : [{ ...set, id: newId(), code }]),
    ...(confirmed === null
      ? []
      : [
          {
            ...{ ...shared, id: newId(), source: 'confirmed', code: confirmed.code, code_before: code },
            changed_at: confirmed.at,
            changed_by: confirmed.by,
          },
        ]),
  ];
}
