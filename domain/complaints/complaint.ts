import type { SpecialMatter } from '#domain/recovery/sign.ts';
import { clausesOf, piecesOf, plainText } from './clauses.ts';
import { bias, pieces } from './weights.ts';

/** What was made of a text: whether it complains, how surely, by which words, and whether it is a special matter. */
export interface Judgement {
  isComplaint: boolean;
  score: number;
  /** The clauses that weighed most, and the words that decide by themselves. */
  decidedBy: string[];
  special: SpecialMatter | null;
}

/** From this on a text complains; set so that few are missed, on the half of the reviews that nothing is measured on. */
const complainsFrom = 0.3;
/** No clause speaks louder than this, for or against. */
const loudest = 2;
/** A clause that weighs this much is named as a reason. */
const reasonFrom = 0.6;
const atMostReasons = 4;

/** Words that decide by themselves, unless somebody says that it is not so. */
const plainlyUnhappy =
  /投诉|退款|退钱|差评|骗子|骗人|被骗|受骗|上当|态度恶劣|推卸责任|再也不来|再也不会来|不会再来|千万别来|无良|黑店|要个说法/gu;
const denied = /(?:没有?|(?<!是)不是|不想|不会|不用|不要|不必|并非|从未|无需|别)(?:要|想|说|来|打算|必要)?$/u;
const specials: readonly (readonly [SpecialMatter, RegExp])[] = [
  ['legal', /起诉|律师|法院|打官司|法律途径|12315|消协|卫健委|医调委|医疗事故|市场监管/gu],
  ['media', /曝光|发(?:到)?(?:网上|抖音|微博|小红书|朋友圈)|找(?:媒体|记者|电视台)|上热搜/gu],
  ['injury', /毁容|残疾|住院|抢救|休克|失明|面瘫|坏死|烫伤|烧伤|神经损伤|送急诊|进了急诊/gu],
];

/** Reads a note, an answer or a message in Chinese. */
export function judge(text: string): Judgement {
  const clauses = clausesOf(text).map((clause) => ({ clause, weight: weightOf(clause) }));
  const sum = clauses.reduce((total, { weight }) => total + weight, 0);
  // A long text says more, and is no more a complaint for it.
  const score = clauses.length === 0 ? 0 : sum / Math.sqrt(clauses.length);
  const plain = plainText(text);
  const words = saidIn(plain, plainlyUnhappy);
  const special = specials.find(([, words]) => saidIn(plain, words).length > 0);
  const isComplaint = score >= complainsFrom || words.length > 0 || special !== undefined;
  const byWeight = clauses.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const loud = byWeight.filter(({ weight }) => weight >= reasonFrom);
  // Much that weighs little is a complaint too: then at least the heaviest is named.
  const heavy = loud.length > 0 || words.length > 0 || special ? loud : byWeight.slice(0, 1);
  const reasons = [
    ...words,
    ...(special ? saidIn(plain, special[1]) : []),
    ...heavy.map(({ clause }) => clause),
  ];
  return {
    isComplaint,
    score: Math.round(score * 100) / 100,
    decidedBy: isComplaint ? [...new Set(reasons)].slice(0, atMostReasons) : [],
    special: special?.[0] ?? null,
  };
}

/** How much a clause sounds like blame (above nought) or praise; the less of it is known, the less it says. */
function weightOf(clause: string): number {
  const pieces = piecesOf(clause);
  const known = pieces.flatMap((piece) => weights().get(piece) ?? []);
  if (known.length === 0) return 0;
  const sum = bias + known.reduce((total, weight) => total + weight, 0) / Math.sqrt(known.length);
  const sure = sum * Math.sqrt(known.length / pieces.length);
  return Math.max(-loudest, Math.min(loudest, sure));
}

function saidIn(plain: string, words: RegExp): string[] {
  return [...plain.matchAll(words)]
    .filter((found) => !denied.test(plain.slice(Math.max(0, found.index - 6), found.index)))
    .map(([word]) => word);
}

let read: Map<string, number> | undefined;

/** Each line of the weights: hundredths, and the pieces that weigh it. */
function weights(): Map<string, number> {
  if (read) return read;
  read = new Map();
  for (const line of pieces.trim().split('\n')) {
    const [weight, ...of] = line.split(' ');
    for (const piece of of) read.set(piece, Number(weight) / 100);
  }
  return read;
}
