import { describe, expect, it } from 'vitest';
import { toWire } from './error-handler.ts';

const withCode = (code: string) => Object.assign(new Error('the database says so'), { code });

describe('an error of the database', () => {
  it.each([
    { name: 'nobody listens', error: withCode('ECONNREFUSED') },
    { name: 'it was cut off', error: new Error('Connection terminated unexpectedly') },
    {
      name: 'it was cut off before the next question',
      error: new Error('Client has encountered a connection error and is not queryable'),
    },
    {
      name: 'none of the connections came free',
      error: new Error('timeout exceeded when trying to connect'),
    },
    { name: 'it is shutting down', error: withCode('57P01') },
    { name: 'it is starting up', error: withCode('57P03') },
  ])('is told as a database that is away: $name', ({ error }) => {
    expect(toWire(error)).toMatchObject({ status: 503, body: { code: 'database-away' } });
  });

  it('is a fault of ours when it refuses what we asked', () => {
    expect(toWire(withCode('42P01'))).toMatchObject({ status: 500, body: { code: 'fault' } });
  });
});
