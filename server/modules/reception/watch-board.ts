import { dayAt } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { Board, BoardNews } from '#domain/reception/contract.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { log } from '#server/platform/log.ts';
import { systemContext } from '../staff/gate.ts';
import { listenForChanges, selectChanges, selectPosition } from './board-store.ts';
import { readBoard } from './show-board.ts';

interface House {
  database: Database;
  clock: Clock;
}

interface Follower {
  /** The last position it knows of. */
  position: number;
  tell(news: BoardNews): void;
}

interface Place {
  orgId: string;
  clinicId: string;
  board: Board | null;
  followers: Set<Follower>;
  reading: Promise<void> | null;
  readAgain: boolean;
}

/** A notice of a change that got lost is made up for by looking this often. */
const lookEveryMs = 5_000;

/** The boards that somebody of this process looks at: each is read once a change, for all who look. */
class Boards {
  readonly #house: House;
  readonly #places = new Map<string, Place>();
  #stopListening: (() => void) | null = null;
  #isListening = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(house: House) {
    this.#house = house;
  }

  /** Tells what came after `after`, and then what comes, until the function it gives back is called. */
  follow(
    at: { orgId: string; clinicId: string },
    after: number,
    tell: (news: BoardNews) => void,
  ): { isUpToDate: Promise<void>; stop: () => void } {
    const key = `${at.orgId} ${at.clinicId}`;
    const place = this.#places.get(key) ?? {
      ...{ ...at, board: null, followers: new Set<Follower>(), reading: null, readAgain: false },
    };
    this.#places.set(key, place);
    const follower = { position: after, tell };
    place.followers.add(follower);
    this.#wakeUp();
    const isUpToDate = this.#read(place);
    return {
      isUpToDate,
      stop: () => {
        place.followers.delete(follower);
        if (place.followers.size === 0) this.#places.delete(key);
        if (this.#places.size === 0) this.#goToSleep();
      },
    };
  }

  #wakeUp(): void {
    this.#timer ??= setInterval(() => {
      for (const place of this.#places.values()) void this.#read(place);
      this.#listen();
    }, lookEveryMs).unref();
    this.#listen();
  }

  #goToSleep(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#stopListening?.();
    this.#stopListening = null;
    this.#isListening = false;
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const lost = () => {
      this.#isListening = false;
      this.#stopListening = null;
    };
    listenForChanges(this.#house.database, {
      onChange: (orgId, clinicId) => {
        const place = this.#places.get(`${orgId} ${clinicId}`);
        if (place) void this.#read(place);
      },
      onLost: lost,
    }).then(
      (stop) => {
        // Everybody left while the connection was made.
        if (this.#places.size === 0) stop();
        else this.#stopListening = stop;
      },
      () => lost(),
    );
  }

  /** One reading at a time; what changes meanwhile is read in the next. */
  #read(place: Place): Promise<void> {
    if (place.reading) {
      place.readAgain = true;
      return place.reading;
    }
    const reading = (async () => {
      do {
        place.readAgain = false;
        await this.#readOnce(place);
      } while (place.readAgain && place.followers.size > 0);
    })()
      .catch((error: unknown) =>
        log.warn({ error: (error as Error).message }, 'a board could not be read and is read again'),
      )
      .finally(() => (place.reading = null));
    place.reading = reading;
    return reading;
  }

  async #readOnce(place: Place): Promise<void> {
    const ctx = await systemContext(this.#house, place.orgId);
    await inTransaction(ctx, async (ctx) => {
      const position = await selectPosition(ctx, place.clinicId);
      if (place.board?.position !== position || isOfAnotherDay(place.board, ctx.now))
        place.board = await readBoard(ctx, { clinicId: place.clinicId });
      const board = place.board;
      // Most followers know the same: what came since is asked once for all of them.
      const newsAfter = new Map<number, BoardNews>();
      for (const follower of place.followers) {
        if (follower.position === board.position) continue;
        const after = follower.position;
        const { clinicId } = place;
        const news =
          newsAfter.get(after) ??
          newsOf(board, after, await selectChanges(ctx, { clinicId, after, until: board.position }));
        newsAfter.set(after, news);
        follower.position = board.position;
        follower.tell(news);
      }
    });
  }
}

function isOfAnotherDay({ day, timezone }: Board, now: Instant): boolean {
  return dayAt(now, timezone) !== day;
}

/** What is not known without a gap is read anew as a whole. */
function newsOf(board: Board, after: number, subjects: readonly string[]): BoardNews {
  const { position, day } = board;
  const changed = new Set(subjects);
  if (subjects.length !== position - after)
    return { position, day, readAnew: true, cards: [], gone: [], words: [] };
  const cards = board.cards.filter(({ id }) => changed.has(id));
  const shown = new Set(cards.map(({ id }) => id));
  return {
    ...{ position, day, readAnew: false, cards },
    gone: [...changed].filter((id) => !shown.has(id)),
    words: board.words.filter(({ visitId }) => changed.has(visitId)),
  };
}

const boardsOf = new WeakMap<Database, Boards>();

/** The boards of this process on one database. */
export function watchBoards(house: House): Boards {
  const boards = boardsOf.get(house.database) ?? new Boards(house);
  boardsOf.set(house.database, boards);
  return boards;
}
