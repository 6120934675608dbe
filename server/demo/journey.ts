import type { CarePath, Stage } from './content/care-path.ts';
import type { Dice } from './dice.ts';
import type { Person } from './person.ts';

/** One visit that somebody means to make, before anybody looks at a calendar. */
export interface IntendedVisit {
  /** Days after the visit before; 0 for the first. */
  after: number;
  path: CarePath;
  stage: Stage;
  complaint: string;
  finishesCourse: boolean;
  /** Heard the advice and went home to think about it. */
  isUndecided: boolean;
}

/** All that a person would come for, one need after the other, until they are not seen again. */
export function* journeyOf(person: Person, dice: Dice): Generator<IntendedVisit, void> {
  let path = person.need;
  let after = 0;
  for (;;) {
    yield* visitsOf(path, after, dice);
    const next = nextNeed(path, dice);
    if (!next) return;
    path = person.paths.find((each) => each.key === next.path)!;
    after = dice.whole(...next.after);
  }
}

function* visitsOf(path: CarePath, after: number, dice: Dice): Generator<IntendedVisit, void> {
  for (const stage of path.stages) {
    const times = stage.times ? dice.whole(...stage.times) : 1;
    for (let time = 1; time <= times; time += 1) {
      if (stage.comes !== undefined && !dice.happens(stage.comes)) return;
      const isUndecided = stage.undecided !== undefined && dice.happens(stage.undecided);
      yield {
        after: stage.after ? dice.whole(...stage.after) : after,
        path,
        stage,
        complaint: stage.after ? dice.pick(comesAgain) : dice.pick(path.complaints),
        finishesCourse: stage.finishesCourse === true && time === times,
        isUndecided,
      };
      if (isUndecided) return;
    }
  }
}

const comesAgain = [
  '按预约复诊',
  '按预约复诊',
  '复诊，没有不舒服',
  '复诊，上次之后有点酸胀',
  '按约来做下一步',
];

function nextNeed(path: CarePath, dice: Dice): CarePath['then'][number] | undefined {
  let left = dice.roll();
  return path.then.find((each) => (left -= each.share) < 0);
}
