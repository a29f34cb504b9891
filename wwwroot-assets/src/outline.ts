/**
 * Moves clauses in the outline by dragging, and by Alt and an arrow key, and ties what is dragged onto one. What it means is decided
 * by the server; everything has a button too.
 */
interface Place { parent: string; position: number }

const rows = (): HTMLElement[] => Array.from(document.querySelectorAll<HTMLElement>("[data-outline] [data-clause]"));
let dragged: HTMLElement | undefined;

document.addEventListener("dragstart", (event) => {
  dragged = (event.target instanceof Element && event.target.closest<HTMLElement>("[data-outline] [data-clause], [data-from]")) || undefined;
  event.dataTransfer?.setData("text/plain", dragged?.textContent?.trim() ?? "");
});
document.addEventListener("dragend", () => {
  mark(undefined, "");
  dragged = undefined;
});
document.addEventListener("dragover", (event) => {
  const row = rowOf(event.target);
  if (!dragged || !row || row === dragged) return mark(undefined, "");
  event.preventDefault();
  mark(row, dragged.dataset["from"] ? "inside" : spot(row, event.clientY));
});
document.addEventListener("drop", (event) => {
  const row = rowOf(event.target);
  if (!dragged || !row || row === dragged) return;
  event.preventDefault();
  const from = dragged.dataset["from"];
  if (from) tie(from, row);
  else move(dragged, beside(dragged, row, spot(row, event.clientY)));
});
document.addEventListener("keydown", (event) => {
  const row = rowOf(event.target);
  if (!row?.draggable || !event.altKey || !event.key.startsWith("Arrow")) return;
  event.preventDefault();
  const place = step(row, event.key);
  if (place) move(row, place);
});

function rowOf(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>("[data-outline] [data-clause]")) || undefined;
}

/** The upper third of a row is before it, the lower third after it, the middle inside. */
function spot(row: HTMLElement, y: number): string {
  const box = row.getBoundingClientRect();
  const part = (y - box.top) / box.height;
  return part < 0.33 ? "before" : part > 0.67 ? "after" : "inside";
}

/** Positions count without the clause that moves. */
function beside(moved: HTMLElement, row: HTMLElement, where: string): Place {
  if (where === "inside") return { parent: row.dataset["clause"]!, position: 0 };
  const parent = row.dataset["parent"] ?? "";
  const at = Number(row.dataset["position"]);
  const left = (moved.dataset["parent"] ?? "") === parent && Number(moved.dataset["position"]) < at ? 1 : 0;
  return { parent, position: at - left + (where === "after" ? 1 : 0) };
}

function step(row: HTMLElement, key: string): Place | undefined {
  const parent = row.dataset["parent"] ?? "";
  const at = Number(row.dataset["position"]);
  if (key === "ArrowUp") return at > 0 ? { parent, position: at - 1 } : undefined;
  if (key === "ArrowDown") return { parent, position: at + 1 };
  const all = rows();
  if (key === "ArrowRight") {
    const before = all.find((other) => (other.dataset["parent"] ?? "") === parent && Number(other.dataset["position"]) === at - 1);
    return before && { parent: before.dataset["clause"]!, position: all.length };
  }
  const above = all.find((other) => other.dataset["clause"] === parent);
  return above && { parent: above.dataset["parent"] ?? "", position: Number(above.dataset["position"]) + 1 };
}

function move(row: HTMLElement, place: Place): void {
  send("drop-clause", { clause: row.dataset["clause"]!, parent: place.parent, position: String(place.position) });
}

function tie(from: string, row: HTMLElement): void {
  const clause = row.dataset["clause"]!.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  send("drop-tie", { link: JSON.stringify({ from: JSON.parse(from), to: { kind: "clause", id: clause } }) });
}

function send(form: string, fields: Record<string, string>): void {
  const found = document.getElementById(form);
  if (!(found instanceof HTMLFormElement)) return;
  for (const [name, value] of Object.entries(fields)) (found.elements.namedItem(name) as HTMLInputElement).value = value;
  found.requestSubmit();
}

function mark(row: HTMLElement | undefined, where: string): void {
  for (const other of rows()) {
    if (other !== row) delete other.dataset["drop"];
  }
  if (row) row.dataset["drop"] = where;
}
