import { describe, expect, it } from 'vitest';
import { isPublic } from './is-public.ts';

describe('an address a clinic may have its mail server at', () => {
  it.each([
    { address: '203.0.113.25', is: true },
    { address: '8.8.8.8', is: true },
    { address: '9.255.255.255', is: true },
    { address: '10.0.0.0', is: false },
    { address: '100.63.255.255', is: true },
    { address: '100.64.0.1', is: false },
    { address: '100.100.100.200', is: false },
    { address: '127.0.0.1', is: false },
    { address: '169.254.169.254', is: false },
    { address: '172.15.255.255', is: true },
    { address: '172.16.0.1', is: false },
    { address: '172.32.0.1', is: true },
    { address: '192.168.1.10', is: false },
    { address: '0.0.0.0', is: false },
    { address: '224.0.0.1', is: false },
    { address: '255.255.255.255', is: false },
    { address: '2400:3200::1', is: true },
    { address: '::1', is: false },
    { address: '::ffff:127.0.0.1', is: false },
    { address: '::ffff:8.8.8.8', is: false },
    { address: '64:ff9b::7f00:1', is: false },
    { address: '2002:7f00:1::', is: false },
    { address: '2001:0:1::1', is: false },
    { address: 'fd00::1', is: false },
    { address: 'fe80::1', is: false },
    { address: 'ff02::1', is: false },
    { address: 'mail.example.com', is: false },
    { address: '2130706433', is: false },
    { address: '', is: false },
  ])('$address: $is', ({ address, is }) => {
    expect(isPublic(address)).toBe(is);
  });
});
