import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { balanceOf, worthOf } from './balance.ts';
import type { Balance } from './balance.ts';
import { reversedPostings } from './entry.ts';
import type { Account, Booking, LedgerEntry, Posting } from './entry.ts';

/** The two sides of a booking. They always add up; whether it may be booked, `mayBook` says. */
export function postingsOf(booking: Booking, balance: Balance): Posting[] {
  switch (booking.kind) {
    case 'charge':
      return move(booking.fen, 'revenue', 'receivable');
    case 'payment':
      return move(booking.fen, 'receivable', 'cash');
    case 'refund':
      return move(booking.fen, givenBackFrom(booking.against), 'revenue');
    case 'deposit':
      return move(booking.fen, 'deposit', 'cash');
    case 'deposit-used':
      return move(booking.fen, 'receivable', 'deposit');
    case 'deposit-refund':
      return move(booking.fen, 'cash', 'deposit');
    case 'course-sold':
      return ofCourse(move(booking.fen, 'prepaid', 'receivable'), booking.courseId, booking.sessions);
    case 'session-used': {
      const worth = worthInCourse(booking, balance);
      return ofCourse(move(worth, 'revenue', 'prepaid'), booking.courseId, -booking.sessions);
    }
    case 'course-refund': {
      const worth = worthInCourse(booking, balance);
      const from = givenBackFrom(booking.against);
      return ofCourse(move(worth, from, 'prepaid'), booking.courseId, -booking.sessions);
    }
  }
}

/** Nothing is paid that is not owed, used that is not there, or given back that never came in. */
export function mayBook(booking: Booking, postings: readonly Posting[]): Decision {
  const before = balanceOf(postings);
  if (
    booking.kind === 'course-sold' &&
    before.courses.some(({ courseId }) => courseId === booking.courseId)
  ) {
    return no('course-sold-already');
  }
  return stands(balanceOf([...postings, ...postingsOf(booking, before)]));
}

/** What was wrong may be taken back once, as long as what came after still stands. */
export function mayReverse(entry: LedgerEntry, entries: readonly LedgerEntry[]): Decision {
  if (entry.kind === 'reversal') return no('reverses-another');
  if (entries.some(({ reverses }) => reverses === entry.id)) return no('reversed-already');
  const postings = entries.flatMap((each) => each.postings);
  return stands(balanceOf([...postings, ...reversedPostings(entry)]));
}

function stands({ owedFen, depositFen, earnedFen, paidFen, courses }: Balance): Decision {
  if (owedFen < 0) return no('more-than-owed');
  if (depositFen < 0) return no('more-than-deposit');
  if (courses.some(({ sessionsLeft, fenLeft }) => sessionsLeft < 0 || fenLeft < 0))
    return no('no-sessions-left');
  if (earnedFen < 0) return no('more-than-earned');
  return paidFen < 0 ? no('more-than-paid') : yes;
}

function move(fen: number, from: Account, to: Account): Posting[] {
  return [
    { account: to, fen },
    { account: from, fen: -fen },
  ];
}

function givenBackFrom(against: 'cash' | 'owed'): Account {
  return against === 'cash' ? 'cash' : 'receivable';
}

function ofCourse(postings: Posting[], courseId: string, sessions: number): Posting[] {
  return postings.map((posting) =>
    posting.account === 'prepaid' ? { ...posting, courseId, sessions } : posting,
  );
}

function worthInCourse(
  { courseId, sessions }: { courseId: string; sessions: number },
  { courses }: Balance,
): number {
  const course = courses.find((each) => each.courseId === courseId);
  return course ? worthOf(course, sessions) : 0;
}
