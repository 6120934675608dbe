import { BlockTime, BookAppointment } from '#domain/appointments/contract.ts';
import type { AppointmentKind } from '#domain/appointments/contract.ts';
import { addDays, addMinutes, dayAt, instantAt, wallTimeAt } from '#domain/base/time.ts';
import { AddWish } from '#domain/waitlist/contract.ts';
import { ListCustomers } from '#domain/customers/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { blockTime } from '../modules/appointments/block-time.ts';
import { bookAppointment } from '../modules/appointments/book-appointment.ts';
import { confirmAppointment } from '../modules/appointments/cancel-appointment.ts';
import { addStandardKinds, listKinds } from '../modules/appointments/edit-places.ts';
import { addWish } from '../modules/waitlist/add-wish.ts';
import { listCustomers } from '../modules/customers/list-customers.ts';
import { colleaguesOf } from './chain.ts';
import { fillBoard } from './fill-board.ts';
import type { Chain } from './chain.ts';
import type { ClinicKind } from './content/chain.ts';
import { zone } from './content/chain.ts';
import { diceOf } from './dice.ts';

const daysAhead = 2;
/** So many wait for an earlier time. */
const wished = 4;
const noon = { from: '12:00', to: '13:00' };
const complaints = [
  '复查一下',
  '牙龈出血',
  '有颗牙隐隐痛',
  '想咨询一下',
  '上次说好来的',
  '朋友介绍来看看',
  null,
  null,
];

/** What stands in the book of each clinic from now on, today and the days ahead, confirmed in part; and who is there now. */
export async function bookDays(ctx: TransactionContext, chain: Chain, seed: string): Promise<void> {
  await addStandardKinds(ctx);
  const { items: kinds } = await listKinds(ctx);
  for (const [place, clinic] of chain.clinics.entries()) {
    const dice = diceOf(seed, 'book', place);
    const fitting = kinds.filter((kind) => isFor(clinic.kind, kind));
    const doctors = colleaguesOf(chain, 'doctor', place);
    const asked = ListCustomers.parse({ clinicId: clinic.id, page: 1, pageSize: 200 });
    const customers = (await listCustomers(ctx, asked)).items;
    await keepNoonFree(ctx, clinic.id, doctors.slice(0, 4));
    for (const doctor of doctors.slice(0, 4)) {
      for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
        const day = addDays(dayAt(ctx.now, zone), ahead);
        const closes = instantAt(`${day}T17:30`, zone);
        let startsAt = instantAt(`${day}T08:30`, zone);
        while (startsAt < closes && customers.length > 0) {
          const kind = dice.pick(fitting);
          const customer = customers.splice(dice.whole(0, customers.length - 1), 1)[0]!;
          if (startsAt > ctx.now && !isAtNoon(startsAt, kind.minutes)) {
            const booked = await bookAppointment(
              ctx,
              BookAppointment.parse({
                ...{ customerId: customer.id, clinicId: clinic.id, startsAt, minutes: kind.minutes },
                ...{ doctorId: doctor.id, kindId: kind.id, complaint: dice.pick(complaints) },
              }),
            );
            if (dice.happens(0.6 - 0.2 * ahead))
              await confirmAppointment(ctx, {
                ...booked,
                answer: dice.happens(0.9) ? 'confirmed' : 'unreached',
              });
          }
          startsAt = addMinutes(startsAt, kind.minutes + dice.pick([0, 0, 15, 30, 60]));
        }
      }
    }
    await fillWaitlist(ctx, clinic.id, customers.splice(0, wished), doctors);
    await fillBoard(ctx, clinic.id, { customers, doctors: doctors.slice(0, 4) });
  }
}

/** Lunch, for a month ahead. */
async function keepNoonFree(
  ctx: TransactionContext,
  clinicId: string,
  doctors: readonly { id: string }[],
): Promise<void> {
  const today = dayAt(ctx.now, zone);
  const [day, until] = [addDays(today, 1), addDays(today, 28)];
  const doctorIds = doctors.map(({ id }) => id);
  const lunch = { kind: 'break', reason: '午休', from: noon.from, to: noon.to } as const;
  await blockTime(ctx, BlockTime.parse({ clinicId, doctorIds, ...lunch, day, until }));
}

function isAtNoon(startsAt: string, minutes: number): boolean {
  const [from, to] = [startsAt, addMinutes(startsAt, minutes)].map((at) => wallTimeAt(at, zone).slice(11));
  return from! < noon.to && to! > noon.from;
}

/** Some wait for an earlier time than they could have. */
async function fillWaitlist(
  ctx: TransactionContext,
  clinicId: string,
  customers: readonly { id: string }[],
  doctors: readonly { id: string }[],
): Promise<void> {
  const until = addDays(dayAt(ctx.now, zone), 14);
  const wishes = [
    { doctorId: doctors[0]?.id ?? null, minutes: 30, note: '想早点来' },
    { minutes: 45, weekdays: [6, 7], note: '只有周末有空' },
    { minutes: 30, from: '08:00', to: '12:00' },
    { minutes: 60, from: '14:00', to: '20:00' },
  ];
  for (const [index, { id: customerId }] of customers.entries())
    await addWish(ctx, AddWish.parse({ clinicId, customerId, until, ...wishes[index]! }));
}

function isFor(clinic: ClinicKind, { category }: AppointmentKind): boolean {
  const aesthetic = ['surgery', 'injection', 'skin'].includes(category);
  return category === 'consultation' || category === 'other' || aesthetic === (clinic === 'aesthetic');
}
