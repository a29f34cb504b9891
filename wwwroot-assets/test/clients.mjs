// Eight people write in one text over a bad line: clients.mjs <seed> <clients> <steps>.
// The editors and sessions are the real ones. The server is the test that started this script: calls go out and answers
// and news come in as lines of JSON. On the way everything is delayed, some of it doubled, lost or overtaken.
import { createInterface } from "node:readline";
import { EditorState } from "@codemirror/state";
import { getSyncedVersion, sendableUpdates } from "@codemirror/collab";
import { TextSession } from "../src/text/session.ts";
import { Disconnected, Refused } from "../src/text/wire.ts";
import { below, change, numbersFrom } from "./random.mjs";

const [seed, people, steps] = process.argv.slice(3).map(Number);
const random = numbersFrom(seed);
const pause = most => new Promise(done => setTimeout(done, below(random, most + 1)));
const asked = new Map();
const lines = new Set();

function ask(call) {
  return new Promise(answer => {
    asked.set(asked.size, answer);
    process.stdout.write(JSON.stringify({ id: asked.size - 1, ...call }) + "\n");
  });
}

createInterface({ input: process.stdin }).on("line", line => {
  const said = JSON.parse(line);
  if ("id" in said) asked.get(said.id)(said);
  else for (const one of lines) one.bring(said.version, said.updates);
});

/** One person's line to the server. */
class BadLine {
  listener = null;
  up = false;

  listen(_, listener) {
    this.listener = listener;
    lines.add(this);
    this.up = true;
    listener.connected();
  }

  leave() {
    lines.delete(this);
  }

  open = () => this.call({ call: "open" });
  push = (_, version, updates) => this.call({ call: "push", version, updates });
  pull = (_, version) => this.call({ call: "pull", version });

  point = async () => undefined;
  remarks = async () => new Promise(() => {});

  async call(call) {
    await pause(20);
    if (random() < 0.04) void this.break();
    if (!this.up) throw new Disconnected();
    if (random() < 0.2) void pause(60).then(() => ask(call));
    const said = await ask(call);
    await pause(20);
    if (!this.up) throw new Disconnected();
    if (said.code) throw new Refused(said.code, said.message);
    return said.answer;
  }

  async bring(version, updates) {
    if (random() < 0.05) return;
    if (random() < 0.2) void pause(80).then(() => this.up && this.listener.updated(version, updates));
    await pause(30);
    if (this.up) this.listener.updated(version, updates);
  }

  async break() {
    if (!this.up) return;
    this.up = false;
    this.listener.disconnected();
    await pause(60);
    this.up = true;
    this.listener.connected();
  }
}

/** A device that keeps, in memory, so that a reload finds it again. */
class Memory {
  keeps = true;
  kept = new Map();
  keep = async kept => void this.kept.set(kept.key, structuredClone(kept));
  forget = async key => void this.kept.delete(key);
  keptFor = async () => [...this.kept.values()];
}

class Person {
  device = new Memory();
  refused = null;

  constructor() {
    this.visit();
  }

  visit() {
    this.editor = null;
    this.session = new TextSession("text", new BadLine(), this.device, text => this.show(text), saving => {
      if (saving.message) this.refused = saving.message;
    });
    this.session.start();
  }

  show(text) {
    const person = this;
    const session = this.session;
    this.editor = {
      state: EditorState.create({ doc: text.text, extensions: session.extension(text.version) }),
      composing: false,
      point() {},
      mark() {},
      dispatch(transaction) {
        this.state = transaction.state;
        if (transaction.docChanged && person.session === session) session.changed();
      },
    };
    return this.editor;
  }

  async write() {
    for (let step = 0; step < steps; step++) {
      await pause(12);
      while (!this.editor) await pause(5);
      if (random() < 0.02) await this.reload();
      else this.editor.dispatch(this.editor.state.update({ changes: change(random, this.editor.state.doc) }));
    }
  }

  /** Closes the page, wherever things stand, and comes back. */
  async reload() {
    await pause(1);
    this.session.stop();
    this.visit();
    while (!this.editor && !this.refused) await pause(5);
  }

  get version() {
    return this.editor && sendableUpdates(this.editor.state).length === 0 && this.device.kept.size === 0 ? getSyncedVersion(this.editor.state) : -1;
  }
}

const all = Array.from({ length: people }, () => new Person());
await Promise.all(all.map(person => person.write()));
for (let patience = 0; patience < 2_000; patience++) {
  const { answer } = await ask({ call: "open" });
  const behind = all.filter(person => person.version !== answer.version);
  if (behind.length === 0) break;
  for (const person of behind) if (random() < 0.02) person.session.connected();
  await pause(10);
}
process.stdout.write(JSON.stringify({
  texts: all.map(person => person.editor.state.doc.toString()),
  versions: all.map(person => person.version),
  refused: all.map(person => person.refused).filter(Boolean),
}) + "\n");
process.exit();
