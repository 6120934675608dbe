import type { Kysely } from 'kysely';
import type { Database } from '#server/platform/context.ts';
import type { Tables } from '#server/platform/database/tables.ts';
import { outsideOrganizations } from '#server/platform/database/transaction.ts';

// What is asked before it is known which organization is meant.

export function selectOrganizations(house: {
  database: Database;
}): Promise<{ id: string; name: string; timezone: string; createdAt: string }[]> {
  return outsideOrganizations(house, (db) =>
    db
      .selectFrom('organizations')
      .select(['id', 'name', 'timezone', 'created_at as createdAt'])
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  );
}

export function selectAccountByLogin(
  house: { database: Database },
  login: string,
): Promise<{ orgId: string; staffId: string; passwordHash: string } | undefined> {
  return outsideOrganizations(house, (db) =>
    db
      .selectFrom('accounts')
      .select(['org_id as orgId', 'staff_id as staffId', 'password_hash as passwordHash'])
      .where('login', '=', login)
      .executeTakeFirst(),
  );
}

export async function isAnyOrganization(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('organizations').select('id').limit(1).executeTakeFirst()) !== undefined;
}
