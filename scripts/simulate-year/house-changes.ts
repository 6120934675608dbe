import { addDays, dayAt } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { Step } from '#domain/followups/protocol.ts';
import type { Role } from '#domain/staff/role.ts';
import type { Dice } from '#server/demo/dice.ts';
import { getProtocol, saveDraft } from '#server/modules/followups/edit-draft.ts';
import { publishDraft } from '#server/modules/followups/publish-draft.ts';
import { disableStaff } from '#server/modules/staff/edit-staff.ts';
import { join, zone } from './clinics.ts';
import type { House } from './house.ts';

export interface HouseChange {
  on: CalendarDate;
  make(house: House): Promise<void>;
}

/** What changes in the house in a year: people come and go, protocols are edited and published. */
export function changesOf(dice: Dice, year: { from: CalendarDate; days: number }): HouseChange[] {
  const someday = () => addDays(year.from, dice.whole(20, year.days - 20));
  const leaving: Role[] = ['nurse', 'cs_agent', dice.pick(['consultant', 'web_consultant', 'cs_supervisor'])];
  const edited = [
    'surgery',
    'first-visit',
    'treated-24h',
    'month-satisfaction',
    'birthday',
    'deposit-untreated',
  ];
  return [
    ...leaving.map((role): HouseChange => ({ on: someday(), make: (house) => leave(house, role) })),
    { on: someday(), make: (house) => begin(house, dice.pick(leaving)) },
    ...Array.from({ length: 4 }, (): HouseChange => {
      const code = dice.pick(edited);
      return { on: someday(), make: (house) => publish(house, code) };
    }),
    { on: someday(), make: (house) => add(house, 'first-visit') },
  ];
}

/** Whoever leaves, somebody of the post is left. */
async function leave(house: House, role: Role): Promise<void> {
  const here = house.clinics.staff.filter((each) => each.role === role && !each.hasLeft);
  if (here.length < 2) return;
  const gone = house.dice.pick(here);
  await house.act('a leaving', () => disableStaff(house.as(house.anyOf('owner')), { id: gone.id }));
  gone.hasLeft = true;
  await house.tell();
}

async function begin(house: House, role: Role): Promise<void> {
  const colleague = await house.act('a joining', () => join(house.as(house.anyOf('owner')), role));
  house.clinics.staff.push(colleague!);
}

/** Windows are shorter or longer, a step more or fewer, at once or soon; plans already made stay or move. */
async function publish(house: House, code: string): Promise<void> {
  const { dice } = house;
  const ask = () => house.as(house.anyOf('manager'));
  const { history } = await getProtocol(ask(), { code });
  const [newest] = history;
  const [first, ...rest] = newest!.definition.steps;
  const more: Step = {
    ...first!,
    ...{ key: `more-${newest!.version}`, window: { kind: 'days', opensDay: 10, dueDay: dice.whole(11, 20) } },
  };
  const fewer = rest.length > 0 && dice.happens(0.5) ? rest.slice(1) : rest;
  const steps = [edited(dice, first!), ...fewer, ...(dice.happens(0.5) ? [more] : [])];
  const definition = { ...newest!.definition, steps };
  const draft = async () => {
    const { version } = await getProtocol(ask(), { code });
    return saveDraft(ask(), { code, version, definition, addsTo: null, place: null });
  };
  await house.act('a draft', draft);
  const waitsUntil = (newest!.effectiveFrom ?? '') > house.now ? newest!.effectiveFrom : null;
  const isLater = waitsUntil !== null || dice.happens(0.5);
  const effectiveOn = isLater ? addDays(dayAt(waitsUntil ?? house.now, zone), dice.whole(1, 10)) : null;
  const how = { effectiveOn, made: dice.pick(['keep', 'move'] as const), note: null };
  const put = async () => {
    const { version } = await getProtocol(ask(), { code });
    return version > 0 && publishDraft(ask(), { code, version, ...how });
  };
  await house.act('a publication', put);
}

/** A step of one clinic on top of the organization's. */
async function add(house: House, addsTo: string): Promise<void> {
  const { dice } = house;
  const ask = () => house.as(house.anyOf('manager'));
  const clinicId = dice.pick(house.clinics.clinicIds);
  const code = `${addsTo}-${clinicId}`;
  const { definition } = (await getProtocol(ask(), { code: addsTo })).history[0]!;
  const window = { kind: 'days' as const, opensDay: 3, dueDay: 5 };
  const own = { ...definition, code, steps: [{ ...definition.steps[0]!, key: 'our-own', window }] };
  const place = { addsTo, place: { clinicId } };
  await house.act('an addition', () => saveDraft(ask(), { code, version: 0, definition: own, ...place }), [
    'stale-version',
  ]);
  const put = async () => {
    const { version } = await getProtocol(ask(), { code });
    const how = { effectiveOn: null, made: 'keep' as const, note: null };
    return version > 0 && publishDraft(ask(), { code, version, ...how });
  };
  await house.act('a publication', put);
}

function edited(dice: Dice, step: Step): Step {
  const { window } = step;
  if (window.kind === 'days' && window.dueDay > 0)
    return { ...step, window: { ...window, dueDay: window.dueDay + dice.whole(0, 2) } };
  if (window.kind === 'after')
    return { ...step, window: { ...window, dueHours: window.dueHours + dice.whole(0, 24) } };
  return step;
}
