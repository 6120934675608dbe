import { BookAppointment } from '#domain/appointments/contract.ts';
import { addMinutes, dayAt } from '#domain/base/time.ts';
import type { VisitStage } from '#domain/reception/stage.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { bookAppointment } from '../modules/appointments/book-appointment.ts';
import { moveStage } from '../modules/reception/move-stage.ts';
import { receiveCustomer } from '../modules/reception/receive-customer.ts';
import { zone } from './content/chain.ts';

interface Arrival {
  minutesAgo: number;
  complaint: string;
  /** Where they went, and how long ago. */
  moves: readonly { to: VisitStage; minutesAgo: number }[];
}

const earliest = 95;
const arrivals: readonly Arrival[] = [
  {
    ...{ minutesAgo: earliest, complaint: '复查一下' },
    moves: [
      { to: 'in-treatment', minutesAgo: 88 },
      { to: 'checkout', minutesAgo: 50 },
      { to: 'gone', minutesAgo: 44 },
    ],
  },
  {
    ...{ minutesAgo: 62, complaint: '牙龈出血' },
    moves: [
      { to: 'waiting', minutesAgo: 60 },
      { to: 'in-treatment', minutesAgo: 48 },
      { to: 'checkout', minutesAgo: 3 },
    ],
  },
  {
    ...{ minutesAgo: 34, complaint: '上次说好来的' },
    moves: [
      { to: 'waiting', minutesAgo: 32 },
      { to: 'in-treatment', minutesAgo: 6 },
    ],
  },
  { minutesAgo: 23, complaint: '有颗牙隐隐痛', moves: [{ to: 'waiting', minutesAgo: 21 }] },
  { minutesAgo: 12, complaint: '想咨询一下', moves: [{ to: 'waiting', minutesAgo: 11 }] },
  { minutesAgo: 2, complaint: '朋友介绍来看看', moves: [] },
];
const late = { minutesAgo: 18, bookedMinutesAgo: 40, minutes: 15 };

/** Who is in the house of a clinic at the moment of the fill, and who is late; nobody came before midnight. */
export async function fillBoard(
  ctx: TransactionContext,
  clinicId: string,
  { customers, doctors }: { customers: readonly { id: string }[]; doctors: readonly { id: string }[] },
): Promise<void> {
  const ago = (minutes: number) => ({ ...ctx, now: addMinutes(ctx.now, -minutes) });
  const [first, ...others] = customers;
  if (!first || dayAt(ago(earliest).now, zone) !== dayAt(ctx.now, zone)) return;
  const doctorOf = (place: number) => doctors[place % doctors.length]?.id ?? null;
  for (const [place, { minutesAgo, complaint, moves }] of arrivals.entries()) {
    const customer = others[place];
    if (!customer) return;
    const { visitId } = await receiveCustomer(ago(minutesAgo), {
      ...{ customerId: customer.id, clinicId, doctorId: doctorOf(place), chiefComplaint: complaint },
      channelSource: '朋友介绍',
    });
    for (const { to, minutesAgo } of moves) await moveStage(ago(minutesAgo), { visitId, to });
  }
  const { now: startsAt } = ago(late.minutesAgo);
  await bookAppointment(
    ago(late.bookedMinutesAgo),
    BookAppointment.parse({
      ...{ customerId: first.id, clinicId, doctorId: doctorOf(0), startsAt, minutes: late.minutes },
    }),
  );
}
