import type { WireUpdate } from "./wire";

/** What was typed in one text by one editor and is not yet acknowledged. */
export interface Kept {
  key: string;
  documentId: string;
  version: number;
  updates: WireUpdate[];
}

/** Keeps words on this device until the server has them. */
export interface Device {
  /** Whether it can: some browsers offer no storage, or not in every window. Typing goes on without. */
  readonly keeps: boolean;
  keep(kept: Kept): Promise<void>;
  forget(key: string): Promise<void>;
  keptFor(documentId: string): Promise<Kept[]>;
}

const store = "unacknowledged";

class BrowserDevice implements Device {
  keeps = "indexedDB" in globalThis;
  private database: Promise<IDBDatabase> | null = null;

  async keep(kept: Kept): Promise<void> {
    await this.run("readwrite", objects => objects.put(kept));
  }

  async forget(key: string): Promise<void> {
    await this.run("readwrite", objects => objects.delete(key));
  }

  async keptFor(documentId: string): Promise<Kept[]> {
    const all = await this.run<Kept[]>("readonly", objects => objects.getAll());
    return all?.filter(kept => kept.documentId === documentId) ?? [];
  }

  private async run<T>(mode: IDBTransactionMode, act: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
    if (!this.keeps) return null;
    try {
      const db = await (this.database ??= open());
      return await new Promise<T>((resolve, reject) => {
        const transaction = db.transaction(store, mode, { durability: "strict" });
        const request = act(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error);
      });
    } catch {
      // Private window, full disk or storage forbidden: whoever types is told that this device keeps nothing.
      this.keeps = false;
      return null;
    }
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("codesign-text", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export const device: Device = new BrowserDevice();
