/** The words of a text, as they stand between spaces and line ends. */
export function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** The lines of a text. */
export function linesOf(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

export interface Weighted {
  word: string;
  weight: number;
}

/** Words with a weight behind each: 王71 李70. */
export function weightedWordsOf(text: string): Weighted[] {
  return wordsOf(text).map((entry) => {
    const [, word, weight] = /^(\D+)([\d.]+)$/.exec(entry)!;
    return { word: word!, weight: Number(weight) };
  });
}
