import { mayDo } from '#domain/staff/permissions.ts';
import type { Permission } from '#domain/staff/permissions.ts';
import type { Context } from './context.ts';
import { Forbidden, NotFound } from './errors.ts';

export function requirePermission(ctx: Context, permission: Permission): void {
  if (ctx.actor.kind !== 'system' && !mayDo(ctx.actor.permissions, permission))
    throw new Forbidden(permission);
}

export function maySeeClinic(ctx: Context, clinicId: string): boolean {
  return ctx.actor.clinicIds === 'all' || ctx.actor.clinicIds.includes(clinicId);
}

/** Another clinic's thing and a missing one answer alike. */
export function requireClinic(
  ctx: Context,
  clinicId: string,
  subject: string,
  id: string | null = null,
): void {
  if (!maySeeClinic(ctx, clinicId)) throw new NotFound(subject, id);
}

/**
 * The clinics a list is about: the one asked for, else the one chosen on the screen, else all of the
 * actor's; null means every clinic of the organization.
 */
export function clinicsAsked(ctx: Context, asked?: string): readonly string[] | null {
  const one = asked ?? ctx.clinicId;
  if (one !== null && one !== undefined) {
    requireClinic(ctx, one, 'clinic', one);
    return [one];
  }
  return ctx.actor.clinicIds === 'all' ? null : ctx.actor.clinicIds;
}
