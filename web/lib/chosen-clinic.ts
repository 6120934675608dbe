import { read, remember } from './browser-memory.ts';
import { signal } from './signal.ts';

const place = 'carecurve.clinic';

/** The clinic chosen in the header, or null for all of the person's clinics. */
export const chosenClinic = signal<string | null>(read(place));

export function chooseClinic(id: string | null): void {
  remember(place, id);
  chosenClinic.set(id);
}
