import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension, type TransactionSpec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { forget } from "./shell/drafts";
import { device } from "./text/device";
import { format, type Format } from "./text/format";
import { textConnection } from "./text/hub";
import { look } from "./text/look";
import { paste } from "./text/paste";
import { between, PlainText } from "./text/plain";
import { pointers, showPointers } from "./text/pointers";
import { askAbout, goToTie, markRemarks, pointAtTie, remarks, splitHere } from "./text/remarks";
import { TextSession, type Editor, type Saving } from "./text/session";
import { asks, toolbar, type Act } from "./text/toolbar";
import type { OpenedText, Selection } from "./text/wire";

/** How long the editor takes, in ms, to read what was composed. */
const afterComposing = 50;
const modeKey = "codesign-text-box";

const states = {
  saved: "Saved",
  saving: "Saving…",
  offline: "Offline – your words are kept on this device",
  "offline-unkept": "Offline – keep this page open until your words are saved",
} as const;

const shortcuts: Record<string, Format> = {
  "Mod-b": "bold", "Mod-i": "italic", "Mod-k": "link", "Mod-Alt-2": "heading", "Mod-Shift-8": "list", "Mod-Shift-7": "numbers", "Mod-Shift-9": "checklist",
};

function writing(allowed: boolean): Extension {
  return [
    EditorView.editable.of(allowed),
    EditorState.readOnly.of(!allowed),
    EditorView.contentAttributes.of({ "aria-readonly": String(!allowed), ...(allowed ? {} : { tabindex: "0" }) }),
  ];
}

/**
 * A text that several people write at once. Around a form with a text area, which does the same without scripts;
 * once the shared text is open, the editor stands in its place: the rich one, or a plain text area for who chose that
 * on this device.
 */
class SharedText extends HTMLElement {
  private session: TextSession | null = null;
  private surface: EditorView | PlainText | null = null;
  private bar: HTMLElement | null = null;
  private mayWrite = false;
  private counting = 0;
  private pointedTie = "";
  /** Whether somebody typed in the form, beginning with what it showed. */
  private typedBefore = false;
  private readonly writing = new Compartment();
  private readonly state = document.createElement("p");
  private readonly count = document.createElement("p");
  private readonly leaving = new AbortController();

  connectedCallback(): void {
    const documentId = this.getAttribute("document-id");
    if (!documentId || this.session) return;
    this.state.className = "text-state";
    this.state.setAttribute("role", "status");
    this.count.className = "text-count";
    this.append(this.state, this.count);
    this.querySelector("textarea")?.addEventListener("beforeinput", event => {
      const area = event.currentTarget as HTMLTextAreaElement;
      this.typedBefore ||= area.value === area.defaultValue;
    });
    this.session = new TextSession(documentId, textConnection, device, text => this.show(text), saving => this.tell(saving));
    this.session.start();
    for (const pointing of ["focusin", "mouseover"]) document.addEventListener(pointing, event => this.pointAt(tieOf(event)), { signal: this.leaving.signal });
    document.addEventListener("click", event => this.goTo(event), { signal: this.leaving.signal });
  }

  disconnectedCallback(): void {
    this.leaving.abort();
    this.session?.stop();
    this.surface?.destroy();
    this.session = this.surface = null;
  }

  private get label(): string {
    return this.getAttribute("label") ?? "Text";
  }

  private show(text: OpenedText): Editor {
    this.mayWrite = text.mayWrite;
    const state = EditorState.create({ doc: text.text, extensions: this.extensions(text.version) });
    const before = this.querySelector("textarea");
    const writesHere = before !== null && before === document.activeElement;
    this.mount(state, localStorage.getItem(modeKey) === "plain");
    this.querySelector("form, .text-read")?.setAttribute("hidden", "");
    // What was typed in the form before the shared text was open goes with it; it is no draft any more.
    if (before?.form) forget(before.form);
    if (before && this.typedBefore && before.defaultValue === text.text)
      queueMicrotask(() => this.change(current => ({ changes: between(current.doc.toString(), before.value) })));
    if (writesHere) this.surface!.focus();
    this.setAttribute("ready", "");
    const shared = this;
    return {
      get state() {
        return shared.surface!.state;
      },
      get composing() {
        return shared.surface instanceof EditorView ? shared.surface.compositionStarted : shared.surface!.composing;
      },
      dispatch: transaction => this.surface?.dispatch(transaction),
      point: points => this.surface instanceof EditorView && showPointers(this.surface, points),
      mark: said => this.change(() => markRemarks(said)),
    };
  }

  private extensions(version: number): Extension {
    return [
      EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? ""),
      history(),
      search({ top: true }),
      highlightSelectionMatches(),
      keymap.of([
        ...Object.entries(shortcuts).map(([key, kind]) => ({ key, run: () => this.act(kind), preventDefault: true })),
        { key: "Mod-Alt-m", run: () => this.act("comment"), preventDefault: true },
        ...searchKeymap, ...defaultKeymap, ...historyKeymap,
      ]),
      EditorView.lineWrapping,
      look,
      paste,
      remarks,
      this.writing.of(writing(this.mayWrite)),
      EditorView.contentAttributes.of({ "aria-label": this.label, spellcheck: "true", autocapitalize: "sentences" }),
      this.session!.extension(version),
      pointers,
      EditorView.domEventHandlers({ compositionend: () => void setTimeout(() => this.session?.rested(), afterComposing) }),
      EditorView.updateListener.of(update => {
        if (update.docChanged) this.changed();
        if (update.selectionSet || update.focusChanged) this.moved();
      }),
    ];
  }

  private mount(state: EditorState, plain: boolean): void {
    this.surface?.destroy();
    this.bar?.remove();
    this.surface = plain
      ? new PlainText(state, this.label, () => this.changed(), () => this.moved(), () => this.session?.rested())
      : new EditorView({ state });
    this.bar = toolbar(this.mayWrite, plain, act => this.act(act));
    this.insertBefore(this.bar, this.state);
    this.insertBefore(this.surface.dom, this.state);
    this.recount();
  }

  private change(make: (state: EditorState) => TransactionSpec): void {
    if (!this.surface) return;
    this.surface.dispatch(this.surface.state.update(make(this.surface.state)));
  }

  private act(act: Act): boolean {
    const surface = this.surface!;
    if (surface instanceof PlainText) surface.select();
    if (act === "split-clause") splitHere(surface.state);
    else if (asks(act)) askAbout(act, surface.state);
    else if (act === "find") return surface instanceof EditorView && openSearchPanel(surface);
    else if (act === "mode") this.switchMode();
    else if (this.mayWrite) {
      if (surface instanceof PlainText) surface.apply(state => format(act, state));
      else {
        surface.dispatch(format(act, surface.state));
        surface.focus();
      }
    }
    return true;
  }

  /** Marks the words of the tie at which somebody points beside the text. */
  private pointAt(tie: string): void {
    if (tie !== this.pointedTie) this.change(() => pointAtTie(this.pointedTie = tie));
  }

  private goTo(event: Event): void {
    const tie = tieOf(event);
    const there = tie && this.surface ? goToTie(this.surface.state, tie) : null;
    if (!there) return;
    event.preventDefault();
    this.change(() => there);
    this.surface!.focus();
    this.surface!.dom.scrollIntoView({ block: "nearest" });
  }

  private switchMode(): void {
    const plain = this.surface instanceof EditorView;
    localStorage.setItem(modeKey, plain ? "plain" : "rich");
    this.mount(this.surface!.state, plain);
    this.surface!.focus();
  }

  private changed(): void {
    this.session?.changed();
    this.counting ||= window.setTimeout(() => this.recount(), 500);
  }

  private recount(): void {
    this.counting = 0;
    const text = this.surface?.state.doc.toString() ?? "";
    const count = text.split(/\s+/u).filter(word => word.length > 0).length;
    this.count.textContent = `${count.toLocaleString("en-GB")} ${count === 1 ? "word" : "words"}`;
  }

  private moved(): void {
    const surface = this.surface;
    if (!surface || !this.mayWrite) return;
    const here: Selection = surface instanceof PlainText
      ? { anchor: surface.dom.selectionStart, head: surface.dom.selectionEnd }
      : { anchor: surface.state.selection.main.anchor, head: surface.state.selection.main.head };
    this.session?.moved(surface.hasFocus ? here : null);
  }

  private tell(saving: Saving): void {
    if (!("words" in saving)) {
      if (this.state.textContent !== states[saving.state]) this.state.textContent = states[saving.state];
      this.state.dataset["state"] = saving.state;
      return;
    }
    this.state.textContent = saving.message;
    this.state.dataset["state"] = "refused";
    if (saving.state === "refused") this.change(() => ({ effects: this.writing.reconfigure(writing(false)) }));
    if (saving.words.trim().length === 0) return;
    const kept = document.createElement("details");
    const summary = document.createElement("summary");
    const unsaved = document.createElement("pre");
    summary.textContent = "Words of yours that were not saved";
    unsaved.textContent = saving.words;
    kept.append(summary, unsaved);
    this.append(kept);
  }
}

/** The tie beside the text that an event is about; empty for none. */
function tieOf(event: Event): string {
  return (event.target instanceof Element ? event.target.closest<HTMLElement>("[data-tied]")?.dataset["tied"] : undefined) ?? "";
}

customElements.define("co-text", SharedText);
