/** What this browser keeps for when the server is out of reach: the day's list, and arrivals that are still to be sent. */
export type LocalStore = 'lists' | 'arrivals';

const stores: readonly LocalStore[] = ['lists', 'arrivals'];

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!globalThis.indexedDB) return reject(new Error('this browser keeps nothing'));
    const asked = indexedDB.open('carecurve', 1);
    asked.onupgradeneeded = () => {
      for (const store of stores) asked.result.createObjectStore(store);
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('this browser keeps nothing'));
  });
}

async function inStore<T>(
  store: LocalStore,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: 'strict' });
      const asked = act(transaction.objectStore(store));
      // Only what is on the disk is kept.
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  } finally {
    database.close();
  }
}

/** Everything in a store; nothing where the browser refuses to keep anything (private windows). */
export function readKept(store: LocalStore): Promise<unknown[]> {
  return inStore<unknown[]>(store, 'readonly', (each) => each.getAll()).catch(() => []);
}

/** Rejects where it cannot be kept. */
export async function keep(store: LocalStore, key: string, value: unknown): Promise<void> {
  await inStore(store, 'readwrite', (each) => each.put(value, key));
}

export async function drop(store: LocalStore, key: string): Promise<void> {
  await inStore(store, 'readwrite', (each) => each.delete(key));
}

/** Gone for good; where nothing can be kept, nothing is there. */
export async function dropAll(store: LocalStore): Promise<void> {
  await inStore(store, 'readwrite', (each) => each.clear()).catch(() => undefined);
}
