import type { Step, WindowRule } from '#domain/followups/protocol.ts';

/** The hours of a window from the event; a month is a twelfth of a year. */
export interface Span {
  opens: number;
  due: number;
  /** Later times of a step that comes back. */
  again: number[];
}

const day = 24;
const month = 730;
const year = 8_760;
/** Hours below which the axis is nearly even, and beyond which it closes up. */
const bend = 3;

export function spanOf(rule: WindowRule): Span {
  switch (rule.kind) {
    case 'after':
      return { opens: rule.opensHours, due: rule.dueHours, again: [] };
    case 'days':
      return { opens: rule.opensDay * day, due: rule.dueDay * day, again: [] };
    case 'months':
      return { opens: rule.dueMonth * month - rule.leadDays * day, due: rule.dueMonth * month, again: [] };
    case 'next-month':
      return { opens: 0, due: (rule.before - 1) * day, again: [] };
    case 'repeat': {
      const unit = rule.unit === 'day' ? day : month;
      const times = Array.from(
        { length: rule.times },
        (_, index) => rule.every * (rule.first + index) * unit,
      );
      return { opens: times[0]! - rule.leadDays * day, due: times[0]!, again: times.slice(1) };
    }
  }
}

/** When a step comes, from the event, through the step it is counted from. */
export function spanOfStep(step: Step, steps: readonly Step[]): Span {
  const own = spanOf(step.window);
  const above = step.from === undefined ? undefined : steps.find(({ key }) => key === step.from);
  if (!above || above === step) return own;
  const start = spanOfStep(above, steps).due;
  return { opens: own.opens + start, due: own.due + start, again: own.again.map((hours) => hours + start) };
}

/** From the event, or a month before it where something comes before, to a year after it; logarithmic. */
export class Axis {
  readonly #from: number;
  constructor(comesBefore: boolean) {
    this.#from = comesBefore ? -bent(month) : 0;
  }

  /** 0 is the left end, 1 the right one. */
  placeOf(hours: number): number {
    const place = (Math.sign(hours) * bent(Math.abs(hours)) - this.#from) / (1 - this.#from);
    return Math.min(1, Math.max(0, place));
  }

  hoursAt(place: number): number {
    const along = Math.min(1, Math.max(0, place)) * (1 - this.#from) + this.#from;
    return Math.sign(along) * bend * Math.expm1(Math.abs(along) * Math.log1p(year / bend));
  }
}

function bent(hours: number): number {
  return Math.log1p(hours / bend) / Math.log1p(year / bend);
}

/** The window with its end moved to so many hours from where it is counted, in steps a person would name. */
export function dueMovedTo(rule: WindowRule, hours: number, mayComeBefore: boolean): WindowRule {
  switch (rule.kind) {
    case 'after': {
      const dueHours = hours < 1.5 ? Math.max(0.25, Math.round(hours * 4) / 4) : Math.round(hours);
      return { ...rule, dueHours, opensHours: Math.min(rule.opensHours, dueHours) };
    }
    case 'days': {
      const width = rule.dueDay - rule.opensDay;
      const dueDay = Math.max(mayComeBefore ? -60 : 0, Math.round(hours / day));
      const opensDay = dueDay - width;
      return { ...rule, dueDay, opensDay: mayComeBefore ? opensDay : Math.max(0, opensDay) };
    }
    case 'months':
      return { ...rule, dueMonth: within(Math.round(hours / month), 1, 12) };
    case 'next-month':
      return { ...rule, before: within(Math.round(hours / day) + 1, 2, 28) };
    case 'repeat': {
      const every = Math.max(1, Math.round(hours / (rule.unit === 'day' ? day : month) / rule.first));
      const most = Math.floor((rule.unit === 'day' ? 3_650 : 120) / every) - rule.first + 1;
      const room = every * (rule.unit === 'day' ? 1 : 28) - 1;
      return {
        ...rule,
        every: within(every, 1, 120),
        times: within(rule.times, 1, Math.max(1, most)),
        leadDays: Math.min(rule.leadDays, room),
      };
    }
  }
}

/** One unit later or earlier, as the arrow keys do. */
export function dueNudged(rule: WindowRule, by: 1 | -1, mayComeBefore: boolean): WindowRule {
  const { due } = spanOf(rule);
  const unit = { after: due < 1.5 ? 0.25 : 1, days: day, months: month, 'next-month': day, repeat: 0 }[
    rule.kind
  ];
  if (rule.kind !== 'repeat') return dueMovedTo(rule, due + by * unit, mayComeBefore);
  const every = (rule.unit === 'day' ? day : month) * rule.first;
  return dueMovedTo(rule, due + by * every, mayComeBefore);
}

/** The window opening one unit later or earlier; it never opens after it is due. */
export function opensNudged(rule: WindowRule, by: 1 | -1, mayComeBefore: boolean): WindowRule {
  switch (rule.kind) {
    case 'after':
      return { ...rule, opensHours: within(rule.opensHours + by, 0, rule.dueHours) };
    case 'days':
      return { ...rule, opensDay: within(rule.opensDay + by, mayComeBefore ? -60 : 0, rule.dueDay) };
    case 'months':
      return { ...rule, leadDays: within(rule.leadDays - by, 0, rule.dueMonth * 28) };
    case 'repeat': {
      const room = rule.every * (rule.unit === 'day' ? 1 : 28) - 1;
      return { ...rule, leadDays: within(rule.leadDays - by, 0, room) };
    }
    case 'next-month':
      return rule;
  }
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
