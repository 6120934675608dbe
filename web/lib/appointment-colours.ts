import type { CSSProperties } from 'react';
import type { Colour } from '#domain/appointments/appointment.ts';

/** Grounds that dark ink can be read on, and an edge that is told apart from its neighbours'. */
const looks: Record<Colour, { ground: string; edge: string }> = {
  blue: { ground: '#eaf2fe', edge: '#3b7dd8' },
  cyan: { ground: '#e6f6f8', edge: '#1698a8' },
  green: { ground: '#eaf6ec', edge: '#2f8f4e' },
  lime: { ground: '#f3f8e2', edge: '#7d9d1c' },
  gold: { ground: '#fdf6e0', edge: '#c08a0c' },
  orange: { ground: '#fdf0e4', edge: '#cf6a17' },
  red: { ground: '#fdecea', edge: '#c43d2f' },
  magenta: { ground: '#fceaf4', edge: '#b83280' },
  purple: { ground: '#f3edfb', edge: '#7a4bb5' },
  grey: { ground: '#f1f3f5', edge: '#7b8794' },
};

export function lookOf(colour: Colour): CSSProperties {
  const { ground, edge } = looks[colour];
  return { '--card-ground': ground, '--card-edge': edge } as CSSProperties;
}
