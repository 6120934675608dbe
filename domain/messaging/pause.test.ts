import { describe, expect, it } from 'vitest';
import { pausableChannels, pausableKinds, pausesAll, pausesNothing } from './pause.ts';
import type { Pause } from './pause.ts';

describe('a pause', () => {
  it.each<{ name: string; pause: Pause; all: boolean; nothing: boolean }>([
    { name: 'of nothing', pause: { kinds: [], channels: [] }, all: false, nothing: true },
    { name: 'of offers', pause: { kinds: ['marketing'], channels: [] }, all: false, nothing: false },
    { name: 'of one channel', pause: { kinds: [], channels: ['sms'] }, all: false, nothing: false },
    { name: 'of every kind', pause: { kinds: pausableKinds, channels: [] }, all: true, nothing: false },
    {
      name: 'of every kind but one',
      pause: { kinds: pausableKinds.slice(1), channels: [] },
      all: false,
      nothing: false,
    },
    { name: 'of every channel', pause: { kinds: [], channels: pausableChannels }, all: true, nothing: false },
  ])('$name stops all: $all, nothing: $nothing', ({ pause, all, nothing }) => {
    expect([pausesAll(pause), pausesNothing(pause)]).toEqual([all, nothing]);
  });
});
