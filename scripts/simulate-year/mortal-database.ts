import type pg from 'pg';
import type { Database } from '#server/platform/context.ts';

/** Where a process dies: between two questions of a transaction, before its commit, or after it with nobody told yet. */
export const deathPoints = ['between-questions', 'before-commit', 'after-commit'] as const;
export type DeathPoint = (typeof deathPoints)[number];

export class ProcessKilled extends Error {
  readonly code = 'process-killed';
}

export interface MortalDatabase {
  database: Database;
  /** From now on the process dies at the next such point; of questions, so many more are answered. */
  doom(point: DeathPoint, questions: number): void;
  /**
   * Takes the doom away and says whether it struck. Until the database has undone what the dead one held, whoever comes
   * after would leave it out as another's and go home.
   */
  spare(): Promise<boolean>;
}

/**
 * The database as a process sees it that can die: from that moment nothing it asks is answered, and what it had begun is
 * undone by the database, as when a connection breaks. The connections themselves are the living one's.
 */
export function mortal(living: Database): MortalDatabase {
  let doomed: { point: DeathPoint; questions: number } | null = null;
  let isDead = false;
  let undoing: Promise<unknown>[] = [];

  const die = (): never => {
    isDead = true;
    throw new ProcessKilled('the process was killed');
  };
  const ask = async (client: pg.PoolClient, question: unknown[]): Promise<unknown> => {
    if (isDead) die();
    const isCommit = question[0] === 'commit';
    if (doomed?.point === 'between-questions' && doomed.questions-- <= 0) die();
    if (isCommit && doomed?.point === 'before-commit') die();
    const answered = (client.query as (...question: unknown[]) => Promise<unknown>)(...question);
    if (isCommit && doomed?.point === 'after-commit') {
      await answered;
      die();
    }
    return answered;
  };
  const connect = async (): Promise<unknown> => {
    if (isDead) die();
    const client = await living.pool.connect();
    return {
      // The socket, which holds back what is to leave with the commit.
      connection: Reflect.get(client, 'connection') as unknown,
      query: (...question: unknown[]) => ask(client, question),
      release: (broken?: Error) => {
        if (!isDead) client.release(broken);
        else
          undoing.push(
            client.query('rollback').then(
              () => client.release(),
              (lost: Error) => client.release(lost),
            ),
          );
      },
    };
  };
  return {
    database: {
      pool: { connect } as unknown as pg.Pool,
      heardAtOnce: living.heardAtOnce,
      close: () => Promise.resolve(),
    },
    doom: (point, questions) => (doomed = { point, questions }),
    spare: async () => {
      doomed = null;
      const struck = isDead;
      await Promise.all(undoing);
      undoing = [];
      isDead = false;
      return struck;
    },
  };
}
