import { expect, it } from 'vitest';
import { noContact, withChannel, withSaid } from './first-contact.ts';

it('is none until somebody says something of it, and then has the usual channel', () => {
  expect(withSaid(noContact, { matter: ' ' }, 'phone').channel).toBe('none');
  const asked = withSaid(noContact, { matter: '问种植' }, 'online');
  expect(asked).toEqual({ channel: 'online', code: null, matter: '问种植' });
  expect(withSaid(noContact, { code: 'M-A' }, 'phone')).toMatchObject({ channel: 'phone', code: 'M-A' });
  expect(withSaid({ ...asked, channel: 'walk_in' }, { code: 'M-B' }, 'phone').channel).toBe('walk_in');
});

it('that is said to be none has no class', () => {
  const classed = withSaid(noContact, { code: 'M-A', matter: '问种植' }, 'phone');
  expect(withChannel(classed, 'none')).toEqual({ channel: 'none', code: null, matter: '问种植' });
  expect(withChannel(classed, 'online')).toMatchObject({ channel: 'online', code: 'M-A' });
});
