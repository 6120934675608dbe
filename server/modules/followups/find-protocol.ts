import { isInForceAt } from '#domain/followups/additions.ts';
import type { ProtocolView } from '#domain/followups/protocol-contract.ts';
import type { Place } from '#domain/followups/protocol.ts';
import { mayDo } from '#domain/staff/permissions.ts';
import { maySeeClinic } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { Conflict, Forbidden, NotFound } from '#server/platform/errors.ts';
import { selectDraft } from './draft-store.ts';
import type { StoredDraft } from './draft-store.ts';
import { selectHistory, selectProtocols } from './versions-store.ts';

/** A protocol as everybody may read it: what is published, what was, and the draft. */
export async function findProtocol(ctx: TransactionContext, code: string): Promise<ProtocolView> {
  const history = await selectHistory(ctx, code);
  const draft = await selectDraft(ctx, code);
  const [newest] = history;
  const own = newest ?? draft;
  if (!own) throw new NotFound('protocol', code);
  return {
    code,
    addsTo: own.addsTo,
    place: own.place,
    minimum: own.addsTo === null ? null : await minimumOf(ctx, own.addsTo),
    mayEdit: mayDo(ctx.actor.permissions, 'protocols.manage') && mayEditAt(ctx, own.place),
    draft: draft && withoutPlace(draft),
    version: draft?.version ?? 0,
    history: history.map(({ addsTo: _addsTo, place: _place, ...version }) => version),
  };
}

function withoutPlace(draft: StoredDraft) {
  const { basedOn, updatedAt, updatedByName, version, definition } = draft;
  return { basedOn, updatedAt, updatedByName, version, definition };
}

/** The organization's protocol in force that an addition adds to. */
export async function minimumOf(ctx: TransactionContext, code: string) {
  const versions = (await selectProtocols(ctx)).filter((each) => each.definition.code === code);
  const minimum = versions.find((each) => each.addsTo === null && isInForceAt(each, ctx.now));
  if (!minimum) throw new NotFound('protocol', code);
  return minimum.definition;
}

/** The minimum, and what a team adds, is for those who answer for all clinics; a clinic's additions for its own. */
export function requirePlace(ctx: Context, place: Place): void {
  if (!mayEditAt(ctx, place)) throw new Forbidden('protocols.manage');
}

function mayEditAt(ctx: Context, place: Place): boolean {
  if (place && 'clinicId' in place) return maySeeClinic(ctx, place.clinicId);
  return ctx.actor.clinicIds === 'all';
}

/** The draft of a protocol that the actor may edit, at the version they looked at. */
export async function holdDraft(
  ctx: TransactionContext,
  code: string,
  version?: number,
): Promise<StoredDraft> {
  const draft = await selectDraft(ctx, code);
  if (!draft) throw new NotFound('protocol-draft', code);
  requirePlace(ctx, draft.place);
  if (version !== undefined && draft.version !== version) throw await staleDraft(ctx, code);
  return draft;
}

/** Somebody else edited it meanwhile; here is how it stands. */
export async function staleDraft(ctx: TransactionContext, code: string): Promise<Conflict> {
  return new Conflict('stale-version', { current: await findProtocol(ctx, code) });
}
