/** Who is at the desk of a clinic and may call. */
export interface DeskColleague {
  id: string;
  name: string;
}

/**
 * The name beside an appointment that nobody has confirmed (E1): who was named for it, else who booked it while they
 * are at this desk, else one of the desk by turns. Null where a clinic has nobody at the desk.
 */
export function whoConfirms(
  appointment: { position: number; namedId: string | null; bookedById: string | null },
  desk: readonly DeskColleague[],
): { id: string; name: string; how: 'named' | 'booked' | 'turn' } | null {
  const { position, namedId, bookedById } = appointment;
  const named = desk.find(({ id }) => id === namedId);
  if (named) return { ...named, how: 'named' };
  const booked = desk.find(({ id }) => id === bookedById);
  if (booked) return { ...booked, how: 'booked' };
  const next = desk[position % Math.max(1, desk.length)];
  return next ? { ...next, how: 'turn' } : null;
}
