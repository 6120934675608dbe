import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { Speciality } from './chain.ts';

/** One treatment, in short: `category:name:speciality`. */
export type Done = `${TreatmentCategory}:${string}:${Speciality}`;

/** One visit of a path, or several alike. */
export interface Stage {
  /** Days after the visit before; the first has none. */
  after?: [number, number];
  /** How often it comes again at that distance. */
  times?: [number, number];
  minutes: number;
  /** One of these is done. */
  done: Done[][];
  /** The share of people who come for it, each time; the others are not seen again on this path. */
  comes?: number;
  /** The share that only asks, and goes home to think about it. */
  undecided?: number;
  /** The last one of the course. */
  finishesCourse?: true;
}

/** A need and what a clinic does about it. */
export interface CarePath {
  key: string;
  /** Of a hundred people new to such a clinic. */
  share: number;
  ages: [number, number];
  women: number;
  /** Costly enough that a consultant looks after the customer. */
  owned?: true;
  complaints: string[];
  stages: Stage[];
  /** What may follow it, each with its share. */
  then: { path: string; after: [number, number]; share: number }[];
}

export function treatmentOf(done: Done): {
  category: TreatmentCategory;
  name: string;
  speciality: Speciality;
} {
  const [category, name, speciality] = done.split(':');
  return {
    category: category as TreatmentCategory,
    name: name!,
    speciality: speciality as Speciality,
  };
}
