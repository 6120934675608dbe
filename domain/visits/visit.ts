import type { CalendarDate } from '#domain/base/time.ts';

export const visitKinds = ['first', 'return'] as const;
export type VisitKind = (typeof visitKinds)[number];

/** What is done in a visit, by the kinds the protocols tell apart (诊疗项目类别). */
export const treatmentCategories = [
  'consultation',
  'surgery',
  'injection',
  'skin',
  'course',
  'orthodontics',
  'implant',
  'prosthetics',
  'filling',
  'extraction',
  'cleaning',
  'children',
  'other',
] as const;
export type TreatmentCategory = (typeof treatmentCategories)[number];

/** A first visit is opened only once it is known what brought the customer (B2). */
export function mayOpen(kind: VisitKind, channelSource: string | null): boolean {
  return kind === 'return' || (channelSource !== null && channelSource !== '');
}

/** First unless the customer was here on an earlier day (初诊/复诊); a second visit on the first day is still first. */
export function visitKindOn(day: CalendarDate, earliestVisitOn: CalendarDate | null): VisitKind {
  return earliestVisitOn !== null && earliestVisitOn < day ? 'return' : 'first';
}
