import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { Colour } from './appointment.ts';

interface StandardKind {
  name: string;
  category: TreatmentCategory;
  minutes: number;
  colour: Colour;
}

/** What a clinic can book on its first day; it changes names, durations and colours as it likes. */
export const standardKinds: readonly StandardKind[] = [
  { name: '初诊咨询', category: 'consultation', minutes: 30, colour: 'blue' },
  { name: '复查', category: 'other', minutes: 15, colour: 'grey' },
  { name: '洁牙', category: 'cleaning', minutes: 45, colour: 'cyan' },
  { name: '补牙', category: 'filling', minutes: 45, colour: 'green' },
  { name: '拔牙', category: 'extraction', minutes: 45, colour: 'orange' },
  { name: '正畸复诊', category: 'orthodontics', minutes: 30, colour: 'purple' },
  { name: '种植手术', category: 'implant', minutes: 90, colour: 'red' },
  { name: '修复', category: 'prosthetics', minutes: 60, colour: 'gold' },
  { name: '儿童牙科', category: 'children', minutes: 30, colour: 'lime' },
  { name: '医美手术', category: 'surgery', minutes: 120, colour: 'red' },
  { name: '注射', category: 'injection', minutes: 30, colour: 'magenta' },
  { name: '皮肤治疗', category: 'skin', minutes: 60, colour: 'gold' },
];
