import type { z } from 'zod';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { addMinutes, dayAt } from '#domain/base/time.ts';
import { FinishCheckout } from '#domain/checkout/contract.ts';
import type { VisitStage } from '#domain/reception/stage.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { bookAppointment } from '../modules/appointments/book-appointment.ts';
import { finishCheckout } from '../modules/checkout/finish-checkout.ts';
import { listLedger } from '../modules/ledger/list-ledger.ts';
import { moveStage } from '../modules/reception/move-stage.ts';
import { receiveCustomer } from '../modules/reception/receive-customer.ts';
import { findVisit } from '../modules/visits/find-visit.ts';
import { zone } from './content/chain.ts';

interface Arrival {
  minutesAgo: number;
  complaint: string;
  /** Where they went, and how long ago. */
  moves: readonly { to: VisitStage; minutesAgo: number }[];
  leaves?: { minutesAgo: number } & Partial<z.input<typeof FinishCheckout>>;
}

const notAsked = { answer: 'not_asked' } as const;
const usualLeave = {
  next: notAsked,
  offer: { answer: 'nothing_fits' },
  followup: { answer: 'declined' },
  rating: notAsked,
  account: { answer: 'already' },
} as const satisfies Partial<z.input<typeof FinishCheckout>>;

const earliest = 150;
const arrivals: readonly Arrival[] = [
  {
    ...{ minutesAgo: earliest, complaint: '补牙' },
    moves: [{ to: 'in-treatment', minutesAgo: 140 }],
    leaves: {
      minutesAgo: 112,
      next: { answer: 'none', reason: '要和家人商量' },
      offer: { answer: 'offered', items: [{ kind: 'product', name: '冲牙器', answer: 'thinking' }] },
      account: { answer: 'added' },
    },
  },
  {
    ...{ minutesAgo: 128, complaint: '洁牙' },
    moves: [
      { to: 'waiting', minutesAgo: 127 },
      { to: 'in-treatment', minutesAgo: 104 },
    ],
    leaves: { minutesAgo: 66 },
  },
  {
    ...{ minutesAgo: 95, complaint: '复查一下' },
    moves: [
      { to: 'in-treatment', minutesAgo: 88 },
      { to: 'checkout', minutesAgo: 50 },
    ],
    leaves: {
      minutesAgo: 44,
      next: { answer: 'none', reason: '治疗已全部完成' },
      offer: { answer: 'offered', items: [{ kind: 'membership', name: '会员卡', answer: 'bought' }] },
    },
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
  for (const [place, { minutesAgo, complaint, moves, leaves }] of arrivals.entries()) {
    const customer = others[place];
    if (!customer) return;
    const { visitId } = await receiveCustomer(ago(minutesAgo), {
      ...{ customerId: customer.id, clinicId, doctorId: doctorOf(place), chiefComplaint: complaint },
      channelSource: '朋友介绍',
    });
    for (const { to, minutesAgo } of moves) await moveStage(ago(minutesAgo), { visitId, to });
    if (!leaves) continue;
    const { minutesAgo: leftAgo, ...answers } = leaves;
    const { version } = await findVisit(ctx, visitId);
    const { balance } = await listLedger(ctx, { id: customer.id, page: 1, pageSize: 1 });
    const paid = balance.owedFen > 0 ? { answer: 'owes', note: '下次来一起付' } : { answer: 'settled' };
    await finishCheckout(ago(leftAgo), {
      ...FinishCheckout.parse({ ...usualLeave, paid, ...answers }),
      ...{ id: visitId, version },
    });
  }
  const { now: startsAt } = ago(late.minutesAgo);
  await bookAppointment(
    ago(late.bookedMinutesAgo),
    BookAppointment.parse({
      ...{ customerId: first.id, clinicId, doctorId: doctorOf(0), startsAt, minutes: late.minutes },
    }),
  );
}
