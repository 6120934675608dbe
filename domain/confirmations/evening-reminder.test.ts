import { describe, expect, it } from 'vitest';
import { isReminderDue, missingByName, reminderText } from './evening-reminder.ts';

const closesAt = '2026-03-12T10:00:00.000Z';
const entry = (confirmation: string | null, name: string | null) => ({
  ...{ appointment: { confirmation }, confirmer: name === null ? null : { name } },
});

describe('the reminder of tomorrow’s list', () => {
  it.each([
    { name: 'more than an hour before closing', now: '2026-03-12T08:59:59.999Z', is: false },
    { name: 'an hour before closing', now: '2026-03-12T09:00:00.000Z', is: true },
    { name: 'in the last minute', now: '2026-03-12T09:59:59.999Z', is: true },
    { name: 'once the clinic is closed', now: closesAt, is: false },
  ])('$name: $is', ({ now, is }) => {
    expect(isReminderDue({ closesAt, isShared: false }, now)).toBe(is);
    expect(isReminderDue({ closesAt, isShared: true }, now)).toBe(false);
    expect(isReminderDue({ closesAt: null, isShared: false }, now)).toBe(false);
  });

  it('says beside whose name how many stand, and no customer', () => {
    const items = [
      entry('confirmed', null),
      entry(null, '小王'),
      entry('unreached', '小陈'),
      entry('declined', '小陈'),
      entry(null, null),
    ];
    expect(missingByName(items)).toEqual([
      { name: '小陈', count: 2 },
      { name: null, count: 1 },
      { name: '小王', count: 1 },
    ]);
    expect(reminderText('江滨', '2026-03-13', items)).toBe(
      '江滨 2026-03-13 次日预约还有4位没有确认：小陈 2位、未指定 1位、小王 1位。请在下班前完成并分享名单。',
    );
    expect(reminderText('江滨', '2026-03-13', [entry('confirmed', null)])).toContain('已全部确认');
  });
});
