/** The number on a chart of our own making; the letter keeps it apart from the bare numbers of imported charts. */
export function chartNumber(count: number): string {
  return `C${String(count).padStart(6, '0')}`;
}
