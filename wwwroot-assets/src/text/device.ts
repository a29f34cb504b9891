import type { WireUpdate } from "./hub";

/** What was typed in one text by one editor and is not yet acknowledged. */
export interface Kept {
  key: string;
  documentId: string;
  version: number;
  updates: WireUpdate[];
}

const store = "unacknowledged";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("codesign-text", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

let database: Promise<IDBDatabase> | null = null;

async function run<T>(mode: IDBTransactionMode, act: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  database ??= open();
  const db = await database;
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(store, mode, { durability: "strict" });
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
  });
}

/** Keeps words on this device until the server has them. Where the browser offers no storage, typing goes on without. */
export const device = {
  available: "indexedDB" in globalThis,
  keep: (kept: Kept): Promise<unknown> => run("readwrite", objects => objects.put(kept)),
  forget: (key: string): Promise<unknown> => run("readwrite", objects => objects.delete(key)),
  async keptFor(documentId: string): Promise<Kept[]> {
    const all = await run<Kept[]>("readonly", objects => objects.getAll());
    return all.filter(kept => kept.documentId === documentId);
  },
};
