import pg from 'pg';

/** How a PostgreSQL behind an address behaves right now. */
export type Answer = 'ready' | 'starting' | 'stopping' | 'wrong-password' | 'silent';

export async function answerOf(url: string): Promise<Answer> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return 'ready';
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === '57P03') return message.includes('shutting down') ? 'stopping' : 'starting';
    if (code === '28P01' || code === '28000') return 'wrong-password';
    return 'silent';
  }
}

/** One short-lived connection, closed whatever happens. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'carecurve start',
  });
  // Without a listener, a connection that breaks while idle would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
