import { describe, expect, it } from 'vitest';
import { no, yes } from '#domain/base/decision.ts';
import { refuseUnsafeBind } from './bind.ts';

const refused = no('plain-http-beyond-this-machine');

describe('serving on an address', () => {
  it.each([
    { name: 'this machine', host: '127.0.0.1', answer: yes },
    { name: 'this machine by another of its numbers', host: '127.8.8.8', answer: yes },
    { name: 'this machine by name', host: 'localhost', answer: yes },
    { name: 'this machine in IPv6', host: '::1', answer: yes },
    { name: 'this machine in IPv6, in brackets', host: '[::1]', answer: yes },
    { name: 'every address', host: '0.0.0.0', answer: refused },
    { name: 'every address in IPv6', host: '::', answer: refused },
    { name: 'no address, which means every one', host: '', answer: refused },
    { name: 'the clinic’s network', host: '192.168.1.10', answer: refused },
    { name: 'a name that begins like this machine', host: '127.0.0.1.example.com', answer: refused },
    { name: 'a name that may lead anywhere', host: 'localhost.example.com', answer: refused },
    { name: 'every address with TLS', host: '0.0.0.0', tls: true, answer: yes },
    { name: 'every address behind a proxy', host: '0.0.0.0', behindProxy: true, answer: yes },
  ])('$name', ({ host, tls = false, behindProxy = false, answer }) => {
    expect(refuseUnsafeBind({ host, tls, behindProxy })).toEqual(answer);
  });
});
