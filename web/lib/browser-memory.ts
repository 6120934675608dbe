/** What the browser remembers for this person; some refuse to (private windows), and then nothing is kept. */
export function read(place: string): string | null {
  try {
    return globalThis.localStorage?.getItem(place) ?? null;
  } catch {
    return null;
  }
}

export function remember(place: string, value: string | null): void {
  try {
    if (value === null) globalThis.localStorage?.removeItem(place);
    else globalThis.localStorage?.setItem(place, value);
  } catch {
    // Not remembered; the choice still holds for this page.
  }
}
