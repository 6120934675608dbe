import { addMinutes } from '#domain/base/time.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';

/** E1: tomorrow's list is complete before the clinic closes; what it lacks is said so long before. */
const remindMinutes = 60;

/** Whether the desk is reminded now: in the last hour of the day, while the evening's list was not shared. */
export function isReminderDue(
  evening: { closesAt: Instant | null; isShared: boolean },
  now: Instant,
): boolean {
  const { closesAt, isShared } = evening;
  if (closesAt === null || isShared) return false;
  return now >= addMinutes(closesAt, -remindMinutes) && now < closesAt;
}

interface Listed {
  appointment: { confirmation: string | null };
  confirmer: { name: string } | null;
}

/** Whose name stands beside how many that are not confirmed; the most first. Null is nobody's. */
export function missingByName(items: readonly Listed[]): { name: string | null; count: number }[] {
  const counts = new Map<string | null, number>();
  for (const { appointment, confirmer } of items) {
    if (appointment.confirmation === 'confirmed') continue;
    const name = confirmer?.name ?? null;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || (one.name ?? '').localeCompare(other.name ?? '', 'zh'));
}

/** The same as the team's group reads it: colleagues and counts, no customer. */
export function reminderText(clinicName: string, day: CalendarDate, items: readonly Listed[]): string {
  const missing = missingByName(items);
  const count = missing.reduce((sum, each) => sum + each.count, 0);
  const names = missing.map(({ name, count }) => `${name ?? '未指定'} ${count}位`).join('、');
  const said = count === 0 ? '已全部确认' : `还有${count}位没有确认：${names}`;
  return `${clinicName} ${day} 次日预约${said}。请在下班前完成并分享名单。`;
}
