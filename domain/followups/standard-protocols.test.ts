import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, instantOf, millisecondsOf } from '#domain/base/time.ts';
import { canBeMet, isDoable, ProtocolDefinition } from './protocol.ts';
import type { Step, WindowRule } from './protocol.ts';
import { standardProtocols } from './standard-protocols.ts';
import { windowsOf } from './window.ts';

const everyStep = standardProtocols.flatMap((protocol) => protocol.steps.map((step) => ({ protocol, step })));

function stepOf(code: string, key: string): Step | undefined {
  return standardProtocols.find((protocol) => protocol.code === code)?.steps.find((step) => step.key === key);
}

const within24h: WindowRule = { kind: 'after', opensHours: 2, dueHours: 24 };
const days = (opensDay: number, dueDay: number): WindowRule => ({ kind: 'days', opensDay, dueDay });
const months = (dueMonth: number, leadDays: number): WindowRule => ({ kind: 'months', dueMonth, leadDays });

describe('the protocols that ship', () => {
  it.each([
    {
      name: 'a first visit: 24 hours',
      code: 'first-visit',
      key: 'within-24h',
      event: 'visit.closed',
      role: 'cs_agent',
      window: within24h,
    },
    {
      name: 'every treated customer: within 24 hours',
      code: 'treated-24h',
      key: 'within-24h',
      event: 'visit.closed',
      role: 'cs_agent',
      window: within24h,
    },
    {
      name: 'discharge: within 3 days',
      code: 'discharge',
      key: 'within-3-days',
      event: 'discharge',
      role: 'cs_agent',
      window: days(1, 3),
    },
    {
      name: 'surgery: within 3 days',
      code: 'surgery',
      key: 'within-3-days',
      event: 'visit.closed',
      role: 'nurse',
      window: days(1, 3),
    },
    {
      name: 'surgery: 1 week',
      code: 'surgery',
      key: 'within-1-week',
      event: 'visit.closed',
      role: 'nurse',
      window: days(4, 7),
    },
    {
      name: 'surgery: 1 month',
      code: 'surgery',
      key: 'at-1-month',
      event: 'visit.closed',
      role: 'nurse',
      window: months(1, 7),
    },
    {
      name: 'a course: within 1 week',
      code: 'course-finished',
      key: 'within-1-week',
      event: 'course.finished',
      role: 'nurse',
      window: days(1, 7),
    },
    {
      name: 'a consultation without a deal: within 3 days',
      code: 'consultation-no-deal',
      key: 'within-3-days',
      event: 'consultation.no_deal',
      role: 'consultant',
      window: days(1, 3),
    },
    {
      name: 'asked by phone or web: within 3 days',
      code: 'web-consultation-no-deal',
      key: 'within-3-days',
      event: 'consultation.no_deal',
      role: 'web_consultant',
      window: days(1, 3),
    },
    {
      name: 'a product: the next day',
      code: 'product-sold',
      key: 'next-day',
      event: 'product.sold',
      role: 'nurse',
      window: days(1, 1),
    },
    {
      name: 'a month: before the 10th of the next',
      code: 'month-satisfaction',
      key: 'before-the-10th',
      event: 'month.closed',
      role: 'cs_agent',
      window: { kind: 'next-month', before: 10 },
    },
    {
      name: 'stitches out: day 7',
      code: 'stitches-out',
      key: 'day-7',
      event: 'visit.closed',
      role: 'nurse',
      window: days(5, 7),
    },
    {
      name: 'the scab off: day 7',
      code: 'scab-off',
      key: 'day-7',
      event: 'visit.closed',
      role: 'nurse',
      window: days(5, 7),
    },
    {
      name: 'an injection shaped: day 7',
      code: 'injection',
      key: 'shaping',
      event: 'visit.closed',
      role: 'nurse',
      window: days(5, 7),
    },
    {
      name: 'an injection topped up: months 3 to 4',
      code: 'injection',
      key: 'top-up',
      event: 'visit.closed',
      role: 'nurse',
      window: months(4, 30),
    },
    {
      name: 'a crown fitted: within 1 week',
      code: 'crown-fitted',
      key: 'within-1-week',
      event: 'visit.closed',
      role: 'nurse',
      window: days(3, 7),
    },
    {
      name: 'a filling: within 3 days',
      code: 'filling',
      key: 'within-3-days',
      event: 'visit.closed',
      role: 'nurse',
      window: days(1, 3),
    },
    {
      name: 'an extraction: within 2 days',
      code: 'extraction',
      key: 'within-2-days',
      event: 'visit.closed',
      role: 'nurse',
      window: days(1, 2),
    },
    {
      name: 'a deposit: weekly for a month',
      code: 'deposit-untreated',
      key: 'weekly',
      event: 'deposit.untreated',
      role: 'consultant',
      window: { kind: 'repeat', unit: 'day', every: 7, first: 1, times: 4, leadDays: 2 },
    },
    {
      name: 'a deposit: then monthly for a year',
      code: 'deposit-untreated',
      key: 'monthly',
      event: 'deposit.untreated',
      role: 'consultant',
      window: { kind: 'repeat', unit: 'month', every: 1, first: 2, times: 11, leadDays: 6 },
    },
    {
      name: 'a birthday: on the day',
      code: 'birthday',
      key: 'on-the-day',
      event: 'birthday',
      role: 'cs_agent',
      window: days(0, 0),
    },
    {
      name: 'a cancelled appointment: within 15 minutes',
      code: 'appointment-cancelled',
      key: 'within-15-minutes',
      event: 'appointment.cancelled',
      role: 'front_desk',
      window: { kind: 'after', opensHours: 0, dueHours: 0.25 },
    },
    {
      name: 'a missed appointment: within 2 hours',
      code: 'appointment-missed',
      key: 'within-2-hours',
      event: 'appointment.missed',
      role: 'front_desk',
      window: { kind: 'after', opensHours: 0, dueHours: 2 },
    },
    {
      name: 'low satisfaction: within 48 hours',
      code: 'satisfaction-low',
      key: 'within-48h',
      event: 'satisfaction.low',
      role: 'cs_supervisor',
      window: { kind: 'after', opensHours: 0, dueHours: 48 },
    },
  ])('follow up $name', ({ code, key, event, role, window }) => {
    expect(stepOf(code, key)).toMatchObject({ role, window });
    expect(standardProtocols.find((protocol) => protocol.code === code)!.trigger.event).toBe(event);
  });

  it('ask about orthodontics every 3 months until the treatment ends', () => {
    const survey = stepOf('orthodontics-survey', 'every-3-months')!;
    expect(survey).toMatchObject({ asksScore: true, role: 'cs_agent', until: 'treatment-finished' });
    const due = windowsOf(survey.window, '2016-01-31T04:00:00.000Z', 'Asia/Shanghai').map(({ dueAt }) =>
      dayAt(dueAt, 'Asia/Shanghai'),
    );
    expect(due.slice(0, 4)).toEqual(['2016-04-30', '2016-07-31', '2016-10-31', '2017-01-31']);
    expect(due).toHaveLength(16);
  });

  it('chase a deposit until something is treated, and move no birthday', () => {
    expect(['weekly', 'monthly'].map((key) => stepOf('deposit-untreated', key)!.until)).toEqual([
      'treated',
      'treated',
    ]);
    expect(stepOf('birthday', 'on-the-day')).toMatchObject({ anyDay: true });
  });

  it.each([
    { code: 'surgery', categories: ['surgery'] },
    { code: 'stitches-out', categories: ['surgery', 'extraction'] },
    { code: 'injection', categories: ['injection'] },
    { code: 'scab-off', categories: ['skin'] },
    { code: 'filling', categories: ['filling'] },
    { code: 'extraction', categories: ['extraction'] },
    { code: 'crown-fitted', categories: ['prosthetics'] },
  ])('$code is for $categories', ({ code, categories }) => {
    expect(standardProtocols.find((protocol) => protocol.code === code)!.trigger.treatmentCategories).toEqual(
      categories,
    );
  });

  it('ask for a score in the satisfaction round, and treat a low one as a complaint', () => {
    expect(stepOf('month-satisfaction', 'before-the-10th')).toMatchObject({
      asksScore: true,
      purpose: 'satisfaction',
    });
    expect(stepOf('satisfaction-low', 'within-48h')).toMatchObject({ purpose: 'complaint' });
    expect(stepOf('birthday', 'on-the-day')).toMatchObject({ purpose: 'service', asksScore: false });
  });
});

describe('every protocol that ships', () => {
  it.each(standardProtocols)('$code can be published as it is', (protocol) => {
    expect(ProtocolDefinition.parse(protocol)).toEqual(protocol);
    expect(protocol.source).toMatch(/^[A-Z][a-z]/);
  });

  it('has a code of its own', () => {
    const codes = standardProtocols.map((protocol) => protocol.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(everyStep)(
    '$protocol.code/$step.key speaks both languages and fills in only what is known',
    ({ step }) => {
      for (const text of [step.script.zh, step.script.en]) {
        const blanks = [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
        expect(['name', 'clinic', 'visitDay', 'caller']).toEqual(expect.arrayContaining(blanks));
        expect(blanks).toEqual(expect.arrayContaining(['name', 'clinic', 'caller']));
      }
      for (const name of [step.name, step.script]) {
        expect(name.zh).toMatch(/\p{Script=Han}/u);
        expect(name.zh).not.toMatch(/[,;:?!]/);
        expect(name.en).not.toMatch(/\p{Script=Han}/u);
      }
    },
  );

  it.each(everyStep)(
    '$protocol.code/$step.key names the visit only where there is one',
    ({ protocol, step }) => {
      const hasVisit = protocol.trigger.event === 'visit.closed' || protocol.trigger.atVisit === true;
      expect(/\{visitDay\}/.test(step.script.zh + step.script.en) && !hasVisit).toBe(false);
    },
  );

  const moments = fc
    .integer({
      min: millisecondsOf('2000-01-01T00:00:00.000Z'),
      max: millisecondsOf('2060-01-01T00:00:00.000Z'),
    })
    .map(instantOf);

  it.each(standardProtocols)(
    '$code has one window after the other, on whatever day it begins',
    ({ steps }) => {
      fc.assert(
        fc.property(moments, fc.constantFrom('Asia/Shanghai', 'America/Sao_Paulo'), (eventAt, zone) => {
          const windows = steps.flatMap((step) => windowsOf(step.window, eventAt, zone));
          for (const window of windows) expect(window.opensAt <= window.dueAt).toBe(true);
          for (let i = 1; i < windows.length; i++) {
            expect(windows[i]!.opensAt > windows[i - 1]!.closesAt).toBe(true);
          }
        }),
        { numRuns: 50 },
      );
    },
  );
});

describe('a protocol a clinic edits', () => {
  it('cannot have two steps of one key: the second would never be planned', () => {
    const [first] = standardProtocols;
    const doubled = { ...first!, steps: [first!.steps[0], first!.steps[0]] };
    expect(ProtocolDefinition.safeParse(doubled).success).toBe(false);
  });

  it.each([
    { name: 'a step above it', steps: ['a', 'b from a'], is: true },
    { name: 'no step below it', steps: ['b from a', 'a'], is: false },
    { name: 'not itself', steps: ['a from a'], is: false },
    { name: 'no step that is not there', steps: ['b from a'], is: false },
  ])('counts a step from $name', ({ steps, is }) => {
    const own = steps.map((text) => {
      const [key, from] = text.split(' from ');
      return { ...standardProtocols[0]!.steps[0]!, key, ...(from ? { from } : {}) };
    });
    expect(ProtocolDefinition.safeParse({ ...standardProtocols[0], steps: own }).success).toBe(is);
  });

  it.each([
    { event: 'birthday', is: true },
    { event: 'appointment.booked', is: true },
    { event: 'visit.closed', is: false },
  ] as const)('asks for something before $event: $is', ({ event, is }) => {
    const step = { ...standardProtocols[0]!.steps[0]!, window: days(-1, 0) };
    expect(isDoable({ trigger: { event }, steps: [step] })).toBe(is);
  });

  it.each<{ name: string; trigger: ProtocolDefinition['trigger']; is: boolean }>([
    { name: 'everybody', trigger: { event: 'birthday' }, is: true },
    {
      name: 'what is known of everybody',
      trigger: { event: 'birthday', grades: ['A'], classes: ['C-A'] },
      is: true,
    },
    {
      name: 'what a visit was for',
      trigger: { event: 'visit.closed', treatmentCategories: ['implant'] },
      is: true,
    },
    {
      name: 'what an appointment is for',
      trigger: { event: 'appointment.missed', treatmentCategories: ['implant'] },
      is: true,
    },
    {
      name: 'what a birthday is for',
      trigger: { event: 'birthday', treatmentCategories: ['implant'] },
      is: false,
    },
    {
      name: 'who treats at an appointment',
      trigger: { event: 'appointment.missed', teamIds: ['a'] },
      is: false,
    },
    { name: 'nobody', trigger: { event: 'visit.closed', visitKinds: [] }, is: false },
  ])('can ask for $name: $is', ({ trigger, is }) => {
    expect(canBeMet({ trigger })).toBe(is);
  });

  it.each(standardProtocols)('of $code is met by somebody', (definition) => {
    expect(canBeMet(definition)).toBe(true);
  });

  it('has at least one step', () => {
    expect(ProtocolDefinition.safeParse({ ...standardProtocols[0], steps: [] }).success).toBe(false);
  });
});
