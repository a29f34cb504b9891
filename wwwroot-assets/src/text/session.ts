import { getSyncedVersion, sendableUpdates } from "@codemirror/collab";
import type { EditorState, Extension, Transaction } from "@codemirror/state";
import type { Device, Kept } from "./device";
import { KeptSteps, mostUpdates, Steps } from "./steps";
import { Disconnected, Refused, type Listener, type OpenedText, type Pointed, type RemarkedText, type Selection, type TextServer, type WireUpdate } from "./wire";

/**
 * Where what was typed is. "unsaved": words of an earlier visit were refused, and writing goes on;
 * "refused": these words were, and writing ends.
 */
export type Saving =
  | { state: "saved" | "saving" | "offline" | "offline-unkept" }
  | { state: "unsaved" | "refused"; message: string; words: string };

/** The editor, as far as a session needs it. */
export interface Editor {
  readonly state: EditorState;
  /** Whether somebody is in the middle of a character, with dead keys or an input method; others' steps wait for its end. */
  readonly composing: boolean;
  dispatch(transaction: Transaction): void;
  /** Shows where others write. */
  point(points: Pointed[]): void;
  /** Shows what people said something about, and what is tied to the thread. */
  mark(said: RemarkedText): void;
}

const newsIsLate = 1_000;
const pointsEvery = 250;

/**
 * Keeps one editor and the server's text the same. Typing never waits: steps are sent one push at a time, each push with
 * all that is not acknowledged; what comes back is taken in one step at a time.
 */
export class TextSession implements Listener {
  private readonly steps = new Steps(crypto.randomUUID());
  private editor: Editor | null = null;
  private joined = false;
  private pushing = false;
  private keeping = false;
  private keptAny = false;
  private stopped = false;
  private participant = "";
  private pointing: Selection | undefined;

  constructor(
    private readonly documentId: string,
    private readonly server: TextServer,
    private readonly device: Device,
    private readonly opened: (text: OpenedText) => Editor,
    private readonly tell: (saving: Saving) => void,
  ) {}

  start(): void {
    this.server.listen(this.documentId, this);
  }

  stop(): void {
    this.stopped = true;
    this.server.leave(this.documentId);
  }

  /** What the editor needs to take part. */
  extension(version: number): Extension {
    return this.steps.extension(version);
  }

  /** To be called after each change made in the editor. */
  changed(): void {
    this.tellState();
    void this.keep();
    void this.push();
  }

  /** To be called when the place of writing moved; sent at a quiet pace, and only the latest. */
  moved(selection: Selection): void {
    const waiting = this.pointing !== undefined;
    this.pointing = selection;
    if (!waiting) setTimeout(() => void this.unlessRefused(() => this.point()), pointsEvery);
  }

  pointed(points: Pointed[]): void {
    if (!this.stopped) this.editor?.point(points.filter(point => point.participant !== this.participant));
  }

  /** To be called when a character was composed: what others did meanwhile comes in now. */
  rested(): void {
    if (this.joined && !this.stopped) void this.unlessRefused(() => this.catchUp());
  }

  remarked(said: RemarkedText): void {
    if (!this.editor || this.stopped) return;
    if (said.version === getSyncedVersion(this.editor.state)) this.editor.mark(said);
    else void this.unlessRefused(() => this.readRemarks());
  }

  connected(): void {
    void this.unlessRefused(() => this.join());
  }

  disconnected(): void {
    this.joined = false;
    this.tellState();
  }

  updated(version: number, updates: WireUpdate[]): void {
    if (!this.editor || this.stopped) return;
    const synced = getSyncedVersion(this.editor.state);
    if (version > synced) void this.unlessRefused(() => this.catchUp());
    else this.receive(updates.slice(synced - version));
  }

  private async join(): Promise<void> {
    if (!this.editor) for (const kept of await this.device.keptFor(this.documentId)) await this.sendKept(kept);
    const text = await this.server.open(this.documentId);
    if (this.stopped) return;
    this.participant = text.participant;
    if (this.editor) await this.catchUp();
    else this.editor = this.opened(text);
    this.joined = true;
    this.tellState();
    void this.push();
    await this.readRemarks();
  }

  /** Asked for until the answer is of the version that is here. */
  private async readRemarks(): Promise<void> {
    for (let pause = 50; this.editor && this.joined && !this.stopped; pause = Math.min(pause * 2, newsIsLate)) {
      const said = await this.server.remarks(this.documentId);
      if (said.version === getSyncedVersion(this.editor.state)) return this.editor.mark(said);
      if (said.version > getSyncedVersion(this.editor.state)) await this.catchUp();
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }

  /** What an earlier visit typed and did not see acknowledged goes first, under its own names: what is in already is skipped. */
  private async sendKept(kept: Kept): Promise<void> {
    const steps = new KeptSteps(kept.version, kept.updates);
    try {
      while (steps.pending.length > 0) {
        steps.receive((await this.server.pull(this.documentId, steps.version)).updates);
        const updates = steps.pending.slice(0, mostUpdates);
        if (updates.length > 0) await this.server.push(this.documentId, steps.version, updates);
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.tell({ state: "unsaved", message: error.message, words: wordsOf(steps.pending) });
    }
    await this.device.forget(kept.key);
  }

  private async catchUp(): Promise<void> {
    if (!this.editor) return;
    const { version, updates } = await this.server.pull(this.documentId, getSyncedVersion(this.editor.state));
    if (!this.stopped) this.receive(updates.slice(getSyncedVersion(this.editor.state) - version));
  }

  private async point(): Promise<void> {
    const selection = this.pointing;
    this.pointing = undefined;
    if (selection !== undefined && this.joined && !this.stopped) await this.server.point(this.documentId, selection);
  }

  private receive(updates: WireUpdate[]): void {
    const editor = this.editor!;
    if (editor.composing) return;
    for (const update of updates) editor.dispatch(this.steps.received(editor.state, update));
    if (updates.length === 0) return;
    this.tellState();
    void this.keep();
    void this.push();
  }

  private async push(): Promise<void> {
    if (this.pushing || !this.joined || this.stopped || !this.editor) return;
    const updates = this.pending().slice(0, mostUpdates);
    if (updates.length === 0) return;
    this.pushing = true;
    const base = getSyncedVersion(this.editor.state);
    await this.unlessRefused(async () => this.newsOf((await this.server.push(this.documentId, base, updates)).version));
    this.pushing = false;
    void this.push();
  }

  /** The step comes back with everybody else's; where the news stays out, it is fetched. */
  private async newsOf(version: number): Promise<void> {
    const until = performance.now() + newsIsLate;
    while (this.isBehind(version) && performance.now() < until) await new Promise(resolve => setTimeout(resolve, 5));
    if (this.isBehind(version)) await this.catchUp();
  }

  private isBehind(version: number): boolean {
    return this.editor !== null && this.joined && !this.stopped && getSyncedVersion(this.editor.state) < version;
  }

  private pending(): WireUpdate[] {
    return this.editor ? this.steps.pending(this.editor.state) : [];
  }

  private async keep(): Promise<void> {
    if (this.keeping || !this.device.keeps || !this.editor) return;
    this.keeping = true;
    const key = `${this.documentId}:${this.steps.clientId}`;
    for (let last = ""; ;) {
      const kept: Kept = { key, documentId: this.documentId, version: getSyncedVersion(this.editor.state), updates: this.pending() };
      const now = JSON.stringify(kept);
      if (now === last) break;
      last = now;
      if (kept.updates.length > 0) await this.device.keep(kept);
      else if (this.keptAny) await this.device.forget(key);
      this.keptAny = kept.updates.length > 0;
    }
    this.keeping = false;
  }

  /** A connection that broke needs nothing here: it comes back by itself, and the session joins again. */
  private async unlessRefused(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (error instanceof Refused) this.refuse(error.message);
      else if (!(error instanceof Disconnected)) throw error;
    }
  }

  private refuse(message: string): void {
    if (this.stopped) return;
    this.stopped = true;
    this.tell({ state: "refused", message, words: wordsOf(this.pending()) });
  }

  private tellState(): void {
    if (this.stopped) return;
    const waiting = this.editor !== null && sendableUpdates(this.editor.state).length > 0;
    const apart = this.device.keeps ? "offline" : "offline-unkept";
    this.tell({ state: !this.joined ? apart : waiting ? "saving" : "saved" });
  }
}

/** The words that some steps would have brought in. */
function wordsOf(updates: WireUpdate[]): string {
  return updates.flatMap(update => (update.changes as (number | [number, ...string[]])[])
    .flatMap(part => Array.isArray(part) && part.length > 1 ? [part.slice(1).join("\n")] : [])).join("");
}
