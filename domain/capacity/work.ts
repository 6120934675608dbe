import { dayAt, endOfDay } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import type { Step, TriggerEvent } from '#domain/followups/protocol.ts';
import type { WorkItem } from './level.ts';
import { daysWithin } from './work-days.ts';
import type { Hours } from '#domain/availability/availability.ts';

/** An open followup as it stands. */
export interface FollowupAtHand {
  id: string;
  customerId: string;
  purpose: Step['purpose'];
  event: TriggerEvent;
  opensAt: Instant;
  dueAt: Instant;
  closesAt: Instant;
  /** When its protocol has it due, where it stands on another day. */
  dueByProtocol: Instant | null;
  nextTryAt: Instant | null;
  isBegun: boolean;
  isPlaced: boolean;
}

export interface WorkSetting {
  zone: TimeZone;
  now: Instant;
  holderId: string;
  hoursOf(staffId: string, day: CalendarDate): Hours | null;
  /** Undefined: there; null: away, and nobody stands in. */
  standInOf(staffId: string, day: CalendarDate): string | null | undefined;
  minutesOf(staffId: string, purpose: Step['purpose']): number;
}

/** Days that are somebody's wish are kept as they are: birthdays, and reminders set for a day. */
const keptEvents: readonly TriggerEvent[] = ['birthday', 'manual'];

/**
 * A followup as somebody's work: theirs while they are there on some day of its window, else the stand-in's. What was
 * promised or begun, what is due by today, and what somebody wished for a day stays where it is.
 */
export function workOf(followup: FollowupAtHand, setting: WorkSetting): WorkItem {
  const { zone, now } = setting;
  const today = dayAt(now, zone);
  const dueDay = dayAt(followup.dueAt, zone);
  const wanted = dayAt(followup.dueByProtocol ?? followup.dueAt, zone);
  const { id, customerId, purpose } = followup;
  const { personId, days } = doerOf(followup, setting, today);
  const base = { id, customerId, purpose, personId, days, minutes: setting.minutesOf(personId, purpose) };
  if (followup.nextTryAt !== null)
    return { ...base, wanted, day: later(dayAt(followup.nextTryAt, zone), today), isFixed: true };
  if (followup.isBegun || dueDay <= today || keptEvents.includes(followup.event))
    return { ...base, wanted, day: later(dueDay, today), isFixed: true };
  return { ...base, wanted, day: followup.isPlaced ? dueDay : null, isFixed: false };
}

/** When it is due on the day it was given: on its protocol's own day as that says, on another by its end. */
export function dueOn(
  day: CalendarDate,
  followup: FollowupAtHand,
  zone: TimeZone,
): { dueAt: Instant; dueByProtocol: Instant | null } {
  const byProtocol = followup.dueByProtocol ?? followup.dueAt;
  if (day === dayAt(byProtocol, zone)) return { dueAt: byProtocol, dueByProtocol: null };
  const end = endOfDay(day, zone);
  return { dueAt: end < followup.closesAt ? end : followup.closesAt, dueByProtocol: byProtocol };
}

function doerOf(
  window: { opensAt: Instant; closesAt: Instant },
  { zone, holderId, hoursOf, standInOf }: WorkSetting,
  today: CalendarDate,
): { personId: string; days: CalendarDate[] } {
  const days = daysWithin(window, zone, today, (day) => hoursOf(holderId, day));
  if (days.length > 0) return { personId: holderId, days };
  const standIn = standInOf(holderId, later(dayAt(window.closesAt, zone), today));
  if (!standIn) return { personId: holderId, days };
  const theirs = daysWithin(window, zone, today, (day) =>
    standInOf(holderId, day) === standIn ? hoursOf(standIn, day) : null,
  );
  return theirs.length > 0 ? { personId: standIn, days: theirs } : { personId: holderId, days };
}

function later(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}
