import type pg from 'pg';
import { givenName, surname } from '#server/demo/content/names.ts';
import { diceOf } from '#server/demo/dice.ts';
import { nameColumns } from '#server/modules/customers/pinyin.ts';
import { now } from './setting.ts';
import type { Place } from './setting.ts';
import { withoutIndexes } from './without-indexes.ts';

const namesAtOnce = 20_000;

/** Customers as `create-customer` stores them, with names as they are borne; the same ones in every run. */
export async function fillCustomers(owner: pg.Client, place: Place, count: number): Promise<void> {
  const dice = diceOf('bench', 'customers');
  const known = new Map<string, ReturnType<typeof nameColumns>>();
  await withoutIndexes(owner, ['customers'], async () => {
    for (let from = 0; from < count; from += namesAtOnce) {
      const names = Array.from({ length: Math.min(namesAtOnce, count - from) }, () => {
        const gender = dice.happens(0.6) ? 'female' : 'male';
        return surname(dice) + givenName(dice, gender, dice.whole(1950, 2020));
      });
      for (const name of names) if (!known.has(name)) known.set(name, nameColumns(name));
      await owner.query(
        `insert into customers (org_id, id, clinic_id, number, name, name_pinyin, name_initials, phone, phone_last4,
           created_at, updated_at)
         select $1, ('019c0000-0000-7000-8000-' || lpad(to_hex($2 + n.place), 12, '0'))::uuid, $3,
           'C' || to_char($2 + n.place, 'FM000000000'), n.name, n.pinyin, n.initials,
           '+8613' || lpad(p.digits::text, 9, '0'), lpad((p.digits % 10000)::text, 4, '0'), $4, $4
         from unnest($5::text[], $6::text[], $7::text[]) with ordinality as n(name, pinyin, initials, place),
           lateral (select abs(hashint8($2 + n.place)::bigint) % 1000000000 as digits) p`,
        [
          place.orgId,
          from,
          place.clinicId,
          now,
          names,
          names.map((name) => known.get(name)!.namePinyin),
          names.map((name) => known.get(name)!.nameInitials),
        ],
      );
    }
  });
}
