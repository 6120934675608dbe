/** Teeth by FDI: the quadrant, then the tooth counted from the middle. 1–4 are permanent, 5–8 are milk teeth. */
const permanent = [1, 2, 3, 4].flatMap((quadrant) => teethOf(quadrant, 8));
const milk = [5, 6, 7, 8].flatMap((quadrant) => teethOf(quadrant, 5));
export const teeth: readonly string[] = [...permanent, ...milk];

export const skinPlaces = [
  'scalp',
  'forehead',
  'temples',
  'eyes',
  'nose',
  'cheeks',
  'lips',
  'jaw',
  'chin',
  'neck',
] as const;

export const bodyPlaces = [
  'chest',
  'back',
  'waist',
  'belly',
  'arms',
  'hands',
  'hips',
  'thighs',
  'calves',
  'feet',
  'private',
] as const;

export const areas = ['tooth', 'skin', 'body'] as const;
export type Area = (typeof areas)[number];

const placesOf: Record<Area, readonly string[]> = { tooth: teeth, skin: skinPlaces, body: bodyPlaces };

export function isPlaceOf(area: Area, place: string): boolean {
  return placesOf[area].includes(place);
}

export interface ToothRow {
  jaw: 'upper' | 'lower';
  /** As the dentist sees them: the customer's right side is on the left. */
  teeth: string[];
}

/** The rows of a chart, as one faces the customer. */
export function chartRows(dentition: 'permanent' | 'milk'): ToothRow[] {
  const [upperRight, upperLeft, lowerLeft, lowerRight] =
    dentition === 'permanent' ? [1, 2, 3, 4] : [5, 6, 7, 8];
  const count = dentition === 'permanent' ? 8 : 5;
  return [
    { jaw: 'upper', teeth: [...teethOf(upperRight!, count).reverse(), ...teethOf(upperLeft!, count)] },
    { jaw: 'lower', teeth: [...teethOf(lowerRight!, count).reverse(), ...teethOf(lowerLeft!, count)] },
  ];
}

function teethOf(quadrant: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${quadrant}${index + 1}`);
}
