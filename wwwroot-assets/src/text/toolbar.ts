import type { Format } from "./format";

/** What a button of the toolbar does. */
export type Act = Format | "find" | "mode" | Ask;

/** Those that put what is selected into a form of the page, and are there only where the form is; with the form's name. */
export type Ask = "comment" | "suggest" | "find-source" | "split-clause";

const acts: { act: Act; name: string; keys?: string; writes: boolean }[] = [
  { act: "bold", name: "Bold", keys: "Control+B", writes: true },
  { act: "italic", name: "Italic", keys: "Control+I", writes: true },
  { act: "heading", name: "Heading", keys: "Control+Alt+2", writes: true },
  { act: "list", name: "List", keys: "Control+Shift+8", writes: true },
  { act: "numbers", name: "Numbered list", keys: "Control+Shift+7", writes: true },
  { act: "checklist", name: "Checklist", keys: "Control+Shift+9", writes: true },
  { act: "link", name: "Link", keys: "Control+K", writes: true },
  { act: "table", name: "Table", writes: true },
  { act: "find", name: "Find", keys: "Control+F", writes: false },
  { act: "comment", name: "Comment", keys: "Control+Alt+M", writes: false },
  { act: "suggest", name: "Suggest other words", writes: false },
  { act: "find-source", name: "Where this comes from", writes: false },
  { act: "split-clause", name: "Split here", writes: true },
];

/** Whether it is done in a form of the page. */
export function asks(act: Act): act is Ask {
  return act === "comment" || act === "suggest" || act === "find-source" || act === "split-clause";
}

/** Ordinary buttons over the text. Those that write are there only for who may write. */
export function toolbar(mayWrite: boolean, isPlain: boolean, act: (act: Act) => void): HTMLElement {
  const bar = document.createElement("div");
  bar.className = "text-toolbar";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Work on the text");
  for (const one of acts) {
    if (one.writes && !mayWrite || one.act === "find" && isPlain) continue;
    if (asks(one.act) && !document.querySelector(`form#${one.act}`)) continue;
    bar.append(button(one.act, one.name, one.keys, act));
  }
  bar.append(button("mode", isPlain ? "Show with formatting" : "Plain text box", undefined, act));
  return bar;
}

function button(act: Act, name: string, keys: string | undefined, pressed: (act: Act) => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button quiet small";
  made.dataset["act"] = act;
  made.textContent = name;
  if (keys) {
    made.setAttribute("aria-keyshortcuts", keys);
    made.title = `${name} (${keys.replace("Control", "Ctrl")})`;
  }
  // The selection in the text stays where it is.
  made.addEventListener("mousedown", event => event.preventDefault());
  made.addEventListener("click", () => pressed(act));
  return made;
}
