import { describe, expect, it } from 'vitest';
import { addressShapes, maskAddress } from './address.ts';
import type { AddressChannel } from './address.ts';

describe('an address', () => {
  it.each([
    { channel: 'wechat', address: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M', fits: true },
    { channel: 'wechat', address: 'o6_bmjrPTlm6_2sgVt7', fits: false },
    { channel: 'wechat', address: 'o6 bmjrPTlm6 2sgVt7hMZOPfL2M', fits: false },
    { channel: 'wecom', address: 'wmEAlECwAAHrbWY', fits: true },
    { channel: 'wecom', address: 'wmEAlECwA', fits: false },
    { channel: 'email', address: 'wang@example.com', fits: true },
    { channel: 'email', address: 'wang@example', fits: false },
  ] as { channel: AddressChannel; address: string; fits: boolean }[])(
    '$address of $channel: $fits',
    ({ channel, address, fits }) => {
      expect(addressShapes[channel].safeParse(address).success).toBe(fits);
    },
  );

  it.each([
    { channel: 'wechat', address: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M', shown: 'o6_b****fL2M' },
    { channel: 'email', address: 'wangmin@example.com', shown: 'wa***@example.com' },
    { channel: 'email', address: 'w@example.com', shown: '***@example.com' },
  ] as { channel: AddressChannel; address: string; shown: string }[])(
    '$address is shown as $shown',
    ({ channel, address, shown }) => {
      expect(maskAddress(channel, address)).toBe(shown);
    },
  );
});
