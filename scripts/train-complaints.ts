import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { piecesOf, plainText } from '#domain/complaints/clauses.ts';
import { trainingClauses } from './complaints/training-texts.ts';

/** Trains the complaint model on our own sentences, and writes its weights: `node scripts/train-complaints.ts`. */

const file = path.join(import.meta.dirname, '../domain/complaints/weights.ts');
const rounds = 12;
const rate = 0.08;
const decay = 0.000_5;
/** A piece that few sentences have says nothing of others; one of small weight changes nothing. */
const leastSeen = 8;
const leastWeight = 0.12;

/** So many models, each of its own draw, are one in the end: what only chance made weigh is levelled out. */
const draws = 6;

const models = Array.from({ length: draws }, (_, draw) => trained(draw));
const bias = models.reduce((sum, model) => sum + model.bias, 0) / draws;
const found = new Set(models.flatMap(({ weights }) => [...weights.keys()]));
const kept = [...found]
  .map((piece): [string, number] => [
    piece,
    models.reduce((sum, { weights }) => sum + (weights.get(piece) ?? 0), 0) / draws,
  ])
  .filter(([, weight]) => Math.abs(weight) >= leastWeight)
  .sort(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(
  file,
  `/** Written by scripts/train-complaints.ts from our own sentences: the pieces of each weight, in hundredths. */
export const bias = ${bias.toFixed(4)};
export const pieces = \`
${byWeight(kept)}
\`;
`,
);
console.log(`${draws} models, ${kept.length} pieces, bias ${bias.toFixed(2)}: ${file}`);

function trained(draw: number): { bias: number; weights: Map<string, number> } {
  const texts = trainingClauses(draw).map(({ text, isComplaint }) => ({
    pieces: piecesOf(plainText(text).replaceAll(/[。！，]/gu, '')),
    isComplaint,
  }));
  const seen = new Map<string, number>();
  for (const { pieces } of texts) for (const piece of pieces) seen.set(piece, (seen.get(piece) ?? 0) + 1);
  const weights = new Map([...seen].filter(([, count]) => count >= leastSeen).map(([piece]) => [piece, 0]));
  let bias = 0;

  for (let round = 0; round < rounds; round += 1) {
    // In another order each time, and the same each time it is trained.
    const step = 7_919 + 2 * round;
    for (let index = 0; index < texts.length; index += 1) {
      const { pieces, isComplaint } = texts[(index * step) % texts.length]!;
      const known = pieces.filter((piece) => weights.has(piece));
      const size = Math.sqrt(known.length || 1);
      const sum = known.reduce((total, piece) => total + weights.get(piece)!, 0);
      const error = (isComplaint ? 1 : 0) - 1 / (1 + Math.exp(-(bias + sum / size)));
      bias += rate * error;
      for (const piece of known)
        weights.set(piece, weights.get(piece)! * (1 - rate * decay) + (rate * error) / size);
    }
  }
  return { bias, weights };
}

function byWeight(kept: readonly [string, number][]): string {
  const lines = Map.groupBy(kept, ([, weight]) => Math.round(weight * 20) * 5);
  return [...lines]
    .sort(([one], [other]) => one - other)
    .map(([weight, of]) => `${weight} ${of.map(([piece]) => piece).join(' ')}`)
    .join('\n');
}
