import { permissionsOf } from '#domain/staff/permissions.ts';
import type { Role } from '#domain/staff/role.ts';
import type { ClinicCalendar } from '#domain/followups/working-days.ts';
import type { Dice } from '#server/demo/dice.ts';
import { publishStandardProtocols } from '#server/modules/followups/publish-standard-protocols.ts';
import { saveCalendar } from '#server/modules/followups/edit-calendar.ts';
import { addStaffInBulk } from '#server/modules/staff/add-staff-in-bulk.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { foundOrganization, newOrganizationContext } from '#server/modules/staff/open-organization.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Context, Database } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';

export const zone = 'Asia/Shanghai';

export interface Colleague {
  id: string;
  role: Role;
  hasLeft: boolean;
}

export interface Clinics {
  orgId: string;
  clinicIds: string[];
  staff: Colleague[];
}

const posts: readonly Role[] = [
  ...(['manager', 'cs_supervisor', 'cs_supervisor', 'cs_agent', 'cs_agent', 'cs_agent'] as const),
  ...(['front_desk', 'front_desk', 'consultant', 'consultant', 'web_consultant', 'web_consultant'] as const),
  ...(['nurse', 'nurse', 'nurse', 'doctor', 'doctor'] as const),
];

/** An organization with its clinics, of which some do not work every day, and its people; nobody signs in. */
export async function openClinics(
  house: { database: Database; clock: Clock },
  { count, dice }: { count: number; dice: Dice },
): Promise<Clinics> {
  const opening = await newOrganizationContext(house, zone);
  return inTransaction(opening, async (ctx) => {
    const owner = { organization: '二十家门诊', timezone: zone, name: '负责人', login: `owner-${newId()}` };
    const founded = await foundOrganization(ctx, owner, { passwordHash: '-', onlyFirst: false });
    await publishStandardProtocols(ctx);
    const clinics: Clinics = {
      orgId: ctx.orgId,
      clinicIds: [],
      staff: [{ id: founded.ownerId, role: 'owner', hasLeft: false }],
    };
    for (let number = 1; number <= count; number += 1) {
      const { id } = await createClinic(ctx, { name: `第${number}门诊`, timezone: zone });
      clinics.clinicIds.push(id);
      if (dice.happens(0.4)) await saveCalendar(ctx, { id, calendar: someDays(dice), version: 0 });
    }
    for (const role of posts) clinics.staff.push(await join(ctx, role));
    return clinics;
  });
}

/** Somebody new begins. */
export async function join(ctx: Context, role: Role): Promise<Colleague> {
  const id = newId();
  const person = { id, name: `${role} ${id.slice(-4)}`, role, login: `${role}-${id}` };
  const everywhere = { allClinics: true, clinicIds: [], teamIds: [] };
  await inTransaction(ctx, (ctx) => addStaffInBulk(ctx, [{ ...person, ...everywhere }], '-'));
  return { id, role, hasLeft: false };
}

/** What a colleague asks, at that moment. */
export function contextOf(
  house: { database: Database; clock: Clock },
  clinics: Clinics,
  { id, role }: Colleague,
): Context {
  const now = house.clock.now();
  return {
    database: house.database,
    orgId: clinics.orgId,
    actor: {
      kind: 'staff',
      id,
      role,
      treats: role === 'doctor',
      permissions: permissionsOf[role],
      clinicIds: 'all',
      teamIds: [],
    },
    ...{ clinicId: null, zone, now, realNow: now, ip: null, publicUrl: 'https://care.example' },
  };
}

function someDays(dice: Dice): ClinicCalendar {
  const weekdays = dice.pick([
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5, 6],
    [2, 3, 4, 5, 6, 7],
  ]);
  return {
    weekdays,
    opens: '09:00',
    closes: '18:00',
    keepsHolidays: dice.happens(0.7),
    openOn: [],
    closedOn: [],
  };
}
