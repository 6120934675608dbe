import { listToday } from '#server/modules/followups/list-today.ts';
import { contextOfAgent } from './chain.ts';
import type { Chain } from './chain.ts';
import { request } from './http-client.ts';
import { ratesOf, timesOf } from './measure.ts';
import type { Result } from './measure.ts';
import { recording } from './recorded-sql.ts';
import { serve } from './serve.ts';

const question = { scope: 'mine', page: 1, pageSize: 50 } as const;

/** The agent's list of today over HTTP, against its own SQL behind a bare route; and in a large chain against a small one. */
export async function measureToday(small: Chain, large: Chain): Promise<Result[]> {
  const { database, statements } = recording(small.database);
  await listToday(contextOfAgent({ ...small, database }), question);
  const served = await serve(small, {
    statements: statements.filter(({ text }) => !/^(begin|set|commit)/.test(text)),
  });
  const list = () =>
    request(`${served.ours}/followups/today?scope=mine&pageSize=50`, { headers: served.headers });
  const rates = await ratesOf(list, () => request(served.bare));
  await served.stop();
  const times = await timesOf(
    () => listToday(contextOfAgent(large), question),
    () => listToday(contextOfAgent(small), question),
    100,
  );
  return [
    { what: 'list of today, 50 rows, 8 clients, HTTP', ...rates, unit: '/s', wanted: 0.7 },
    {
      what: `the same list, ${large.size.followups} followups : ${small.size.followups}`,
      ...times,
      unit: 'ms',
      wanted: 1.5,
    },
  ];
}
