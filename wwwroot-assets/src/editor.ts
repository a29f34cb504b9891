import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { defineLanguageFacet, HighlightStyle, Language, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { parser } from "@lezer/markdown";
import { device } from "./text/device";
import { textConnection } from "./text/hub";
import { pointers, showPointers } from "./text/pointers";
import { TextSession, type Editor, type Saving } from "./text/session";
import type { OpenedText, Selection } from "./text/wire";

const markdown = new Language(defineLanguageFacet(), parser, [], "markdown");

const look = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "700" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.link, textDecoration: "underline" },
  { tag: tags.processingInstruction, opacity: "0.7" },
]);

const states = {
  saved: "Saved",
  saving: "Saving…",
  offline: "Offline – your words are kept on this device",
  "offline-unkept": "Offline – keep this page open until your words are saved",
} as const;

function writing(allowed: boolean): Extension {
  return [
    EditorView.editable.of(allowed),
    EditorState.readOnly.of(!allowed),
    EditorView.contentAttributes.of({ "aria-readonly": String(!allowed), ...(allowed ? {} : { tabindex: "0" }) }),
  ];
}

function placeIn(view: EditorView): Selection {
  const { anchor, head } = view.state.selection.main;
  return view.hasFocus ? { anchor, head } : null;
}

/**
 * A text that several people write at once. Around a form with a text area, which does the same without scripts;
 * once the shared text is open, the editor stands in its place.
 */
class SharedText extends HTMLElement {
  private session: TextSession | null = null;
  private view: EditorView | null = null;
  private readonly writing = new Compartment();
  private readonly state = document.createElement("p");

  connectedCallback(): void {
    const documentId = this.getAttribute("document-id");
    if (!documentId || this.session) return;
    this.state.className = "text-state";
    this.state.setAttribute("role", "status");
    this.append(this.state);
    this.session = new TextSession(documentId, textConnection, device, text => this.show(text), saving => this.tell(saving));
    this.session.start();
  }

  disconnectedCallback(): void {
    this.session?.stop();
    this.view?.destroy();
    this.session = this.view = null;
  }

  private show(text: OpenedText): Editor {
    const view = new EditorView({
      state: EditorState.create({
        doc: text.text,
        extensions: [
          EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? ""),
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          markdown,
          syntaxHighlighting(look),
          this.writing.of(writing(text.mayWrite)),
          EditorView.contentAttributes.of({
            "aria-label": this.getAttribute("label") ?? "Text",
            spellcheck: "true",
            autocapitalize: "sentences",
          }),
          this.session!.extension(text.version),
          pointers,
          EditorView.updateListener.of(update => {
            if (update.docChanged) this.session?.changed();
            if (text.mayWrite && (update.selectionSet || update.focusChanged)) this.session?.moved(placeIn(update.view));
          }),
        ],
      }),
    });
    this.querySelector("form, .text-read")?.setAttribute("hidden", "");
    this.insertBefore(view.dom, this.state);
    this.view = view;
    this.setAttribute("ready", "");
    return {
      get state() {
        return view.state;
      },
      dispatch: transaction => view.dispatch(transaction),
      point: points => showPointers(view, points),
    };
  }

  private tell(saving: Saving): void {
    if (!("words" in saving)) {
      if (this.state.textContent !== states[saving.state]) this.state.textContent = states[saving.state];
      this.state.dataset["state"] = saving.state;
      return;
    }
    this.state.textContent = saving.message;
    this.state.dataset["state"] = "refused";
    if (saving.state === "refused") this.view?.dispatch({ effects: this.writing.reconfigure(writing(false)) });
    if (saving.words.trim().length === 0) return;
    const kept = document.createElement("details");
    const summary = document.createElement("summary");
    const words = document.createElement("pre");
    summary.textContent = "Words of yours that were not saved";
    words.textContent = saving.words;
    kept.append(summary, words);
    this.append(kept);
  }
}

customElements.define("co-text", SharedText);
