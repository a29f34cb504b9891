/** Moves clauses in the outline by dragging, and by Alt and an arrow key. What a move means is decided by the server; every one has a button too. */
interface Place { parent: string; position: number }

const rows = (): HTMLElement[] => Array.from(document.querySelectorAll<HTMLElement>("[data-outline] [data-clause]"));
let dragged: HTMLElement | undefined;

document.addEventListener("dragstart", (event) => {
  dragged = rowOf(event.target);
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
  mark(row, spot(row, event.clientY));
});
document.addEventListener("drop", (event) => {
  const row = rowOf(event.target);
  if (!dragged || !row || row === dragged) return;
  event.preventDefault();
  move(dragged, beside(dragged, row, spot(row, event.clientY)));
});
document.addEventListener("keydown", (event) => {
  const row = rowOf(event.target);
  if (!row || !event.altKey || !event.key.startsWith("Arrow")) return;
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
  const form = document.getElementById("drop-clause") as HTMLFormElement | null;
  if (!form) return;
  const set = (name: string, value: string): void => { (form.elements.namedItem(name) as HTMLInputElement).value = value; };
  set("clause", row.dataset["clause"]!);
  set("parent", place.parent);
  set("position", String(place.position));
  form.requestSubmit();
}

function mark(row: HTMLElement | undefined, where: string): void {
  for (const other of rows()) {
    if (other !== row) delete other.dataset["drop"];
  }
  if (row) row.dataset["drop"] = where;
}
