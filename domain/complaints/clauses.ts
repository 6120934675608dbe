/** One spelling: full and half width, capitals, spaces and repeated marks are no difference. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}

/** What is said one by one in Chinese: between commas, stops and line ends. */
export function clausesOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[,.!?;:~…、。，！？；：\n\r]+/u)
    .map(plainText)
    .filter((clause) => /\p{Script=Han}{2}/u.test(clause));
}

/** The pieces of a clause that the model knows by: two to four characters, and where it begins and ends. */
export function piecesOf(clause: string): string[] {
  const marked = `^${clause}$`;
  const pieces = new Set<string>();
  for (let size = 2; size <= 4; size += 1)
    for (let from = 0; from + size <= marked.length; from += 1) pieces.add(marked.slice(from, from + size));
  return [...pieces];
}
