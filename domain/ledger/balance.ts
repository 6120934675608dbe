import type { Account, Posting } from './entry.ts';
import { totalOf } from './entry.ts';

/** Where a customer's own account stands (A4), in whole fen, each above zero or zero. */
export interface Balance {
  owedFen: number;
  depositFen: number;
  prepaidFen: number;
  /** What was done for the customer, refunds taken off. */
  earnedFen: number;
  /** What came in, less what went back. */
  paidFen: number;
  courses: CourseBalance[];
}

export interface CourseBalance {
  courseId: string;
  sessionsLeft: number;
  fenLeft: number;
}

export function balanceOf(postings: readonly Posting[]): Balance {
  return {
    owedFen: sumOf(postings, 'receivable'),
    depositFen: 0 - sumOf(postings, 'deposit'),
    prepaidFen: 0 - sumOf(postings, 'prepaid'),
    earnedFen: 0 - sumOf(postings, 'revenue'),
    paidFen: sumOf(postings, 'cash'),
    courses: coursesOf(postings),
  };
}

/** What came in and is owed is what lies with the clinic and what was earned. */
export function isBalanced({
  owedFen,
  depositFen,
  prepaidFen,
  earnedFen,
  paidFen,
  courses,
}: Balance): boolean {
  const ofCourses = courses.reduce((sum, { fenLeft }) => sum + fenLeft, 0);
  return paidFen + owedFen === depositFen + prepaidFen + earnedFen && ofCourses === prepaidFen;
}

/** What the value of some sessions is; the last one takes what the division left over. */
export function worthOf(course: CourseBalance, sessions: number): number {
  if (sessions >= course.sessionsLeft) return course.fenLeft;
  return Math.floor((course.fenLeft * sessions) / course.sessionsLeft);
}

function sumOf(postings: readonly Posting[], account: Account): number {
  return totalOf(postings.filter((posting) => posting.account === account));
}

function coursesOf(postings: readonly Posting[]): CourseBalance[] {
  const courses = new Map<string, CourseBalance>();
  for (const { account, courseId, sessions = 0, fen } of postings) {
    if (account !== 'prepaid' || courseId === undefined) continue;
    const course = courses.get(courseId) ?? { courseId, sessionsLeft: 0, fenLeft: 0 };
    course.sessionsLeft += sessions;
    course.fenLeft -= fen;
    courses.set(courseId, course);
  }
  return [...courses.values()].sort((a, b) => (a.courseId < b.courseId ? -1 : 1));
}
