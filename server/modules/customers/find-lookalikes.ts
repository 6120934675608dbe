import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { Lookalike } from '#domain/customers/duplicates.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import {
  selectLastChange,
  selectLookalikesAfter,
  selectLookalikesChanged,
  selectLookalikesNear,
} from './lookalike-store.ts';
import { readPhone } from './phone.ts';
import { nameColumns } from './pinyin.ts';

const customersAtOnce = 5_000;
/** Of one phone, one name or one birthday; whom that crowd hides is found once more is known. */
const crowd = 2_000;

/** Everybody, as far as it tells people apart. */
export async function findAllLookalikes(ctx: TransactionContext): Promise<Lookalike[]> {
  const all: Lookalike[] = [];
  for (;;) {
    const next = await selectLookalikesAfter(ctx, all.at(-1)?.id ?? null, customersAtOnce);
    all.push(...next);
    if (next.length < customersAtOnce) return all;
  }
}

/** When a record was changed last; null where there is none. */
export function findLastChange(ctx: TransactionContext): Promise<Instant | null> {
  return selectLastChange(ctx);
}

export function findChangedLookalikes(
  ctx: TransactionContext,
  changed: { after: Instant; until: Instant },
  limit: number,
): Promise<Lookalike[]> {
  return selectLookalikesChanged(ctx, changed, limit);
}

/** Who shares a phone, the sound of a name or a birthday with one of these; and who is named by id. */
export function findLookalikesNear(
  ctx: TransactionContext,
  people: readonly Lookalike[],
  which: { ids?: readonly string[]; clinicIds?: readonly string[] | null } = {},
): Promise<Lookalike[]> {
  return selectLookalikesNear(
    ctx,
    {
      phones: said(people.map(({ phone }) => phone)),
      pinyins: said(people.map(({ namePinyin }) => namePinyin)),
      birthdays: said(people.flatMap(({ birthday }) => birthdaysNear(birthday))),
      ...which,
    },
    crowd,
  );
}

/** Somebody of whom only so much was typed; a phone that is none yet says nothing. */
export function readTyped(typed: { name: string; phone: string | null; birthday: string | null }): Lookalike {
  return {
    id: 'typed',
    name: typed.name,
    namePinyin: typed.name === '' ? '' : nameColumns(typed.name).namePinyin,
    phone: typed.phone === null ? null : readPhone(typed.phone),
    birthday: typed.birthday,
    gender: 'unknown',
    address: null,
    number: null,
  };
}

/** The day itself, and the one it may stand for with day and month the other way round. */
function birthdaysNear(day: CalendarDate | null): CalendarDate[] {
  if (day === null) return [];
  const [year, month, dayOfMonth] = day.split('-');
  return Number(dayOfMonth) <= 12 ? [day, `${year}-${dayOfMonth}-${month}`] : [day];
}

function said(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null && value !== ''))] as string[];
}
