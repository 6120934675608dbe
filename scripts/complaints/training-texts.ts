import { content, plain, unhappy } from './sentences.ts';

export interface TrainingText {
  text: string;
  isComplaint: boolean;
}

/** Every way of saying each fragment: parts joined by "+", each one of those that a bar sets apart. */
export function spelledOut(fragments: readonly string[]): string[] {
  return fragments.flatMap((fragment) =>
    fragment
      .split('+')
      .map((part) => part.trim().split('|'))
      .reduce<string[]>((said, part) => said.flatMap((begun) => part.map((more) => begun + more)), ['']),
  );
}

/** A dice with a memory: the same texts each time. */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Clauses one by one, each kind as often as the others: what is learned is what a clause says, not how long a text is.
 * Each `draw` joins the fragments otherwise.
 */
export function trainingClauses(draw: number, each = 4_000): TrainingText[] {
  const roll = diceOf(20_261_122 + draw);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)]!;
  const openings = [
    '',
    '',
    '',
    '',
    '这次',
    '今天',
    '总的来说',
    '说实话',
    '不过',
    '而且',
    '就是',
    '但是',
    '感觉',
  ];
  const closings = ['', '', '', '', '了', '吧', '啊', '！', '。'];
  // A fragment of few ways is learned as often as one of many.
  const kinds = [unhappy, content, plain].map((fragments) => fragments.map((one) => spelledOut([one])));
  return [0, 1, 2].flatMap((kind) =>
    Array.from({ length: kind === 0 ? each : each / 2 }, () => ({
      text: `${pick(openings)}${pick(pick(kinds[kind]!))}${pick(closings)}`,
      isComplaint: kind === 0,
    })),
  );
}
