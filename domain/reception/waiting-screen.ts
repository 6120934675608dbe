import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { titledSurnameOf } from '#domain/messaging/salutation.ts';
import type { VisitStage } from './stage.ts';

/** What a screen on the wall calls people by. */
export const screenShows = ['numbers', 'surnames'] as const;
export type ScreenShows = (typeof screenShows)[number];

/** Who was called stays on the screen so long, or until they have left the chair. */
export const calledMinutes = 10;
/** What was called within so many minutes stands out. */
export const newMinutes = 1;
/** As many as can be read from across a room. */
const mostCalled = 6;
const mostWaiting = 24;

export interface ScreenVisitor {
  number: number;
  name: string;
  gender: 'female' | 'male' | 'unknown';
  stage: VisitStage;
  inTreatmentAt: Instant | null;
  doctorName: string | null;
  roomName: string | null;
}

/** All that a stranger in the waiting room learns of somebody. */
export interface Called {
  number: number;
  /** 王女士; null where the screen shows numbers only, or the surname cannot be told. */
  salutation: string | null;
}

export interface ScreenLines {
  called: (Called & { doctorName: string | null; roomName: string | null; isNew: boolean })[];
  waiting: Called[];
}

/** Who is called and to whom, the latest first, and who still waits, by their number. */
export function screenLines(
  visitors: readonly ScreenVisitor[],
  shows: ScreenShows,
  now: Instant,
): ScreenLines {
  const named = ({ number, name, gender }: ScreenVisitor): Called => ({
    number,
    salutation: shows === 'surnames' ? titledSurnameOf(name, gender) : null,
  });
  const inChair = visitors.flatMap((visitor) =>
    visitor.stage === 'in-treatment' && visitor.inTreatmentAt !== null
      ? [{ visitor, at: visitor.inTreatmentAt }]
      : [],
  );
  return {
    called: inChair
      .filter(({ at }) => now < addMinutes(at, calledMinutes))
      .sort((one, other) => other.at.localeCompare(one.at) || one.visitor.number - other.visitor.number)
      .slice(0, mostCalled)
      .map(({ visitor, at }) => ({
        ...named(visitor),
        doctorName: visitor.doctorName,
        roomName: visitor.roomName,
        isNew: now < addMinutes(at, newMinutes),
      })),
    waiting: visitors
      .filter(({ stage }) => stage === 'arrived' || stage === 'waiting')
      .sort((one, other) => one.number - other.number)
      .slice(0, mostWaiting)
      .map(named),
  };
}
