import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from "@codemirror/collab";
import { ChangeSet, type Extension, type Transaction } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { device, type Kept } from "./device";
import { refusalOf, textConnection, type Listener, type OpenedText, type WireUpdate } from "./hub";

export type Saving = { state: "saved" | "saving" | "offline" } | { state: "refused"; message: string; words: string };

/** At most this many steps go in one push; the server takes no more. */
const mostUpdates = 1_000;
const newsIsLate = 1_000;

/**
 * Keeps one editor and the server's text the same. Typing never waits: steps are sent one push at a time, each push with
 * all that is not acknowledged; what comes back is taken in one step at a time.
 */
export class TextSession implements Listener {
  private readonly clientId = crypto.randomUUID();
  private readonly operations = new WeakMap<Transaction, string>();
  private view: EditorView | null = null;
  private connected_ = false;
  private pushing = false;
  private keeping = false;
  private keptAny = false;
  private stopped = false;

  constructor(
    private readonly documentId: string,
    private readonly opened: (text: OpenedText) => EditorView,
    private readonly tell: (saving: Saving) => void,
  ) {}

  start(): void {
    textConnection.listen(this.documentId, this);
  }

  stop(): void {
    this.stopped = true;
    textConnection.leave(this.documentId);
  }

  /** What the editor needs to take part. */
  extension(version: number): Extension {
    return collab({ startVersion: version, clientID: this.clientId });
  }

  /** To be called after each change made in the editor. */
  changed(): void {
    this.tellState();
    void this.keep();
    void this.push();
  }

  connected(): void {
    void this.join();
  }

  disconnected(): void {
    this.connected_ = false;
    this.tellState();
  }

  updated(version: number, updates: WireUpdate[]): void {
    if (!this.view || this.stopped) return;
    const synced = getSyncedVersion(this.view.state);
    if (version > synced) void this.catchUp();
    else this.receive(updates.slice(synced - version));
  }

  private async join(): Promise<void> {
    try {
      if (!this.view) await this.sendKept();
      const text = await textConnection.open(this.documentId);
      if (this.stopped) return;
      this.connected_ = true;
      if (this.view) await this.catchUp();
      else this.view = this.opened(text);
      this.tellState();
      void this.push();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) this.refuse(refusal.message);
    }
  }

  /** What an earlier visit typed and did not see acknowledged goes first, under its own names: what is in already is skipped. */
  private async sendKept(): Promise<void> {
    if (!device.available) return;
    for (const kept of await device.keptFor(this.documentId)) {
      try {
        await textConnection.push(this.documentId, kept.version, kept.updates);
        await device.forget(kept.key);
      } catch (error) {
        const refusal = refusalOf(error);
        if (!refusal) throw error;
        this.tell({ state: "refused", message: refusal.message, words: wordsOf(kept.updates) });
        await device.forget(kept.key);
      }
    }
  }

  private async catchUp(): Promise<void> {
    if (!this.view) return;
    try {
      const synced = getSyncedVersion(this.view.state);
      const { version, updates } = await textConnection.pull(this.documentId, synced);
      this.receive(updates.slice(getSyncedVersion(this.view.state) - version));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) this.refuse(refusal.message);
    }
  }

  private receive(updates: WireUpdate[]): void {
    const view = this.view!;
    for (const update of updates) {
      view.dispatch(receiveUpdates(view.state, [{ clientID: update.clientId, changes: ChangeSet.fromJSON(update.changes) }]));
    }
    if (updates.length === 0) return;
    this.tellState();
    void this.keep();
    void this.push();
  }

  private async push(): Promise<void> {
    if (this.pushing || !this.connected_ || this.stopped || !this.view) return;
    const updates = this.pending().slice(0, mostUpdates);
    if (updates.length === 0) return;
    this.pushing = true;
    try {
      const { version } = await textConnection.push(this.documentId, getSyncedVersion(this.view.state), updates);
      await this.newsOf(version);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) this.refuse(refusal.message);
    }
    this.pushing = false;
    if (this.connected_ && this.pending().length > 0) void this.push();
  }

  /** The step comes back with everybody else's; where the news stays out, it is fetched. */
  private async newsOf(version: number): Promise<void> {
    const until = performance.now() + newsIsLate;
    while (this.view && getSyncedVersion(this.view.state) < version && performance.now() < until && this.connected_) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    if (this.view && getSyncedVersion(this.view.state) < version) await this.catchUp();
  }

  private pending(): WireUpdate[] {
    if (!this.view) return [];
    return sendableUpdates(this.view.state).map(update => {
      let operationId = this.operations.get(update.origin);
      if (!operationId) this.operations.set(update.origin, operationId = crypto.randomUUID());
      return { clientId: this.clientId, operationId, changes: update.changes.toJSON() };
    });
  }

  private async keep(): Promise<void> {
    if (this.keeping || !device.available || !this.view) return;
    this.keeping = true;
    const key = `${this.documentId}:${this.clientId}`;
    for (let last = ""; ;) {
      const kept: Kept = { key, documentId: this.documentId, version: getSyncedVersion(this.view.state), updates: this.pending() };
      const now = JSON.stringify(kept);
      if (now === last) break;
      last = now;
      if (kept.updates.length > 0) await device.keep(kept);
      else if (this.keptAny) await device.forget(key);
      this.keptAny = kept.updates.length > 0;
    }
    this.keeping = false;
  }

  private refuse(message: string): void {
    this.stopped = true;
    this.tell({ state: "refused", message, words: wordsOf(this.pending()) });
  }

  private tellState(): void {
    if (this.stopped) return;
    this.tell({ state: !this.connected_ ? "offline" : this.pending().length > 0 ? "saving" : "saved" });
  }
}

/** The words that some steps would have brought in. */
function wordsOf(updates: WireUpdate[]): string {
  return updates.flatMap(update => (update.changes as (number | [number, ...string[]])[])
    .flatMap(part => Array.isArray(part) && part.length > 1 ? [part.slice(1).join("\n")] : [])).join("");
}
