import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from "@codemirror/collab";
import { ChangeSet, EditorState, type Extension, type Transaction } from "@codemirror/state";
import type { WireUpdate } from "./wire";

/** At most this many steps go in one push; the server takes no more. */
export const mostUpdates = 200;

/** The steps of one editor, each with a name of its own, by which the server knows those that it has already. */
export class Steps {
  private readonly operations = new WeakMap<Transaction, string>();

  constructor(readonly clientId: string) {}

  /** What an editor needs to take part from a version on. */
  extension(version: number): Extension {
    return collab({ startVersion: version, clientID: this.clientId });
  }

  /** Names a step that was made before. */
  name(step: Transaction, operationId: string): void {
    this.operations.set(step, operationId);
  }

  /** What is not acknowledged, in the order in which it was made. */
  pending(state: EditorState): WireUpdate[] {
    return sendableUpdates(state).map(update => ({
      clientId: this.clientId, operationId: this.nameOf(update.origin), changes: update.changes.toJSON(),
    }));
  }

  /**
   * What the next step from the server makes of the editor. Taken one at a time, because the server maps one at a time.
   * Ours is known by its own name, which nobody sees before it is in: the name of the editor everybody knows.
   */
  received(state: EditorState, update: WireUpdate): Transaction {
    const next = sendableUpdates(state)[0];
    const ours = next !== undefined && update.clientId === this.clientId && update.operationId === this.nameOf(next.origin);
    const clientID = ours ? this.clientId : `not ${this.clientId}`;
    return receiveUpdates(state, [{ clientID, changes: ChangeSet.fromJSON(update.changes) }]);
  }

  private nameOf(step: Transaction): string {
    let name = this.operations.get(step);
    if (!name) this.operations.set(step, name = crypto.randomUUID());
    return name;
  }
}

/** Steps of an earlier visit, brought up to date without the words around them: only their lengths matter. */
export class KeptSteps {
  private readonly steps: Steps;
  private state: EditorState;

  constructor(version: number, updates: WireUpdate[]) {
    this.steps = new Steps(updates[0]?.clientId ?? "");
    const [first] = updates;
    const length = first ? ChangeSet.fromJSON(first.changes).length : 0;
    this.state = EditorState.create({ doc: " ".repeat(length), extensions: this.steps.extension(version) });
    for (const update of updates) {
      const step = this.state.update({ changes: ChangeSet.fromJSON(update.changes) });
      this.steps.name(step, update.operationId);
      this.state = step.state;
    }
  }

  get version(): number {
    return getSyncedVersion(this.state);
  }

  get pending(): WireUpdate[] {
    return this.steps.pending(this.state);
  }

  receive(updates: WireUpdate[]): void {
    for (const update of updates) this.state = this.steps.received(this.state, update).state;
  }
}
