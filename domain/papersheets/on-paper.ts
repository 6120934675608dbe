import { surnameOf, titledSurnameOf } from '#domain/messaging/salutation.ts';

/** 王女士 on a sheet that lies open, 王小敏 where the clinic wants it; of a name without a surname the first letter. */
export function nameOnPaper(
  { name, gender }: { name: string; gender: 'female' | 'male' | 'unknown' },
  shows: 'surname' | 'full',
): string {
  return shows === 'full' ? name : (titledSurnameOf(name, gender) ?? surnameOf(name));
}
