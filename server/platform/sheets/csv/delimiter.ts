import { delimiters, type Delimiter } from '../sheet.ts';

const recordsToJudge = 20;

/** Excel writes "sep=;" above the header where the reader's comma is not its own. */
export function statedDelimiter(head: string): { delimiter: Delimiter; length: number } | null {
  const stated = /^"?sep=([,;\t|])"?(\r\n|\r|\n)/i.exec(head);
  const delimiter = delimiters.find((candidate) => candidate === stated?.[1]);
  return stated && delimiter ? { delimiter, length: stated[0].length } : null;
}

/**
 * The delimiter that cuts the most records into as many cells as the header; of equals the one
 * that cuts the header into more.
 */
export function detectDelimiter(head: string): Delimiter {
  let best: { delimiter: Delimiter; agreeing: number; width: number } = {
    delimiter: ',',
    agreeing: 0,
    width: 1,
  };
  for (const delimiter of delimiters) {
    const widths = recordWidths(head, delimiter);
    const width = widths[0] ?? 1;
    if (width === 1) continue;
    const agreeing = widths.filter((each) => each === width).length / widths.length;
    if (agreeing > best.agreeing || (agreeing === best.agreeing && width > best.width)) {
      best = { delimiter, agreeing, width };
    }
  }
  return best.delimiter;
}

function recordWidths(head: string, delimiter: string): number[] {
  const widths: number[] = [];
  let width = 1;
  let isEmpty = true;
  let isQuoted = false;
  let atFieldStart = true;
  for (const character of head) {
    if (character === '"' && (isQuoted || atFieldStart)) {
      isQuoted = !isQuoted;
      atFieldStart = false;
    } else if (isQuoted) {
      continue;
    } else if (character === '\n' || character === '\r') {
      if (!isEmpty) widths.push(width);
      if (widths.length === recordsToJudge) return widths;
      width = 1;
      isEmpty = true;
      atFieldStart = true;
      continue;
    } else {
      atFieldStart = character === delimiter;
      if (atFieldStart) width++;
    }
    isEmpty = false;
  }
  // The last record is whole only where the file is shorter than its head; then it is all there is.
  if (!isEmpty && widths.length === 0) widths.push(width);
  return widths;
}
