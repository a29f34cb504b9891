/** The board as a surface: drag, pan and zoom. What a drop means is decided by the server; this only says where it was. */
interface Board {
  invokeMethodAsync(method: "Drop", note: string, group: string | null, other: string | null, x: number, y: number): Promise<void>;
  invokeMethodAsync(method: "Drag", note: string, x: number, y: number): Promise<void>;
}

const edge = 10_000;
const zooms = [0.4, 0.6, 0.8, 1, 1.25, 1.5];

export function mount(frame: HTMLElement, board: Board): Canvas {
  return new Canvas(frame, board);
}

class Canvas {
  private readonly leaving = new AbortController();
  private zoom = 1;
  private drag: { note: HTMLElement; dx: number; dy: number; told: number; ghost: HTMLElement } | undefined;
  private pan: { x: number; y: number } | undefined;

  constructor(private readonly frame: HTMLElement, private readonly board: Board) {
    const on = { signal: this.leaving.signal };
    frame.addEventListener("pointerdown", (event) => this.down(event), on);
    frame.addEventListener("pointermove", (event) => this.move(event), on);
    frame.addEventListener("pointerup", (event) => this.up(event), on);
    frame.addEventListener("pointercancel", () => this.stop(), on);
    const tools = frame.previousElementSibling;
    tools?.addEventListener("click", (event) => this.change((event.target as HTMLElement).dataset["zoom"]), on);
    frame.toggleAttribute("ready", true);
  }

  dispose(): void {
    this.leaving.abort();
    this.stop();
  }

  /** Shows where somebody else is dragging a note. */
  shadow(note: string, x: number, y: number): void {
    const shown = this.frame.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"]`);
    const surface = this.surface();
    if (!shown || !surface || this.drag?.note === shown) return;
    let ghost = surface.querySelector<HTMLElement>(`[data-shadow="${CSS.escape(note)}"]`);
    if (!ghost) {
      ghost = shown.cloneNode(true) as HTMLElement;
      ghost.removeAttribute("data-note");
      ghost.dataset["shadow"] = note;
      ghost.className += " shadow";
      ghost.setAttribute("aria-hidden", "true");
      surface.append(ghost);
    }
    ghost.style.left = `${x / 100}%`;
    ghost.style.top = `${y / 100}%`;
    const gone = ghost;
    window.clearTimeout(Number(ghost.dataset["timer"]));
    ghost.dataset["timer"] = String(window.setTimeout(() => gone.remove(), 1_500));
  }

  private surface(): HTMLElement | null {
    return this.frame.querySelector<HTMLElement>(".canvas");
  }

  private down(event: PointerEvent): void {
    const note = (event.target as HTMLElement).closest<HTMLElement>("[data-note]");
    const surface = this.surface();
    if (!surface || event.button !== 0) return;
    if (!note || surface.dataset["may"] !== "move") {
      if (event.pointerType === "mouse") this.pan = { x: event.clientX, y: event.clientY };
      return;
    }
    event.preventDefault();
    this.frame.setPointerCapture(event.pointerId);
    const box = note.getBoundingClientRect();
    const ghost = note.cloneNode(true) as HTMLElement;
    ghost.removeAttribute("data-note");
    ghost.classList.add("dragged");
    ghost.setAttribute("aria-hidden", "true");
    surface.append(ghost);
    note.classList.add("lifted");
    this.drag = { note, dx: event.clientX - box.left, dy: event.clientY - box.top, told: 0, ghost };
    this.place(event);
  }

  private move(event: PointerEvent): void {
    if (this.pan) {
      this.frame.scrollBy(this.pan.x - event.clientX, this.pan.y - event.clientY);
      this.pan = { x: event.clientX, y: event.clientY };
    }
    if (!this.drag) return;
    const spot = this.place(event);
    const now = performance.now();
    if (now - this.drag.told < 100) return;
    this.drag.told = now;
    void this.board.invokeMethodAsync("Drag", this.drag.note.dataset["note"]!, spot.x, spot.y);
  }

  private up(event: PointerEvent): void {
    this.pan = undefined;
    const drag = this.drag;
    if (!drag) return;
    const spot = this.place(event);
    this.stop();
    const under = document.elementsFromPoint(event.clientX, event.clientY);
    const other = under.map((element) => element.closest<HTMLElement>("[data-note]")).find((found) => found && found !== drag.note);
    const group = under.map((element) => element.closest<HTMLElement>("[data-group]")).find((found) => found);
    const free = other && !other.closest("[data-group]") ? other : null;
    void this.board.invokeMethodAsync("Drop", drag.note.dataset["note"]!, group?.dataset["group"] ?? null, group ? null : free?.dataset["note"] ?? null, spot.x, spot.y);
  }

  private stop(): void {
    this.drag?.ghost.remove();
    this.drag?.note.classList.remove("lifted");
    this.drag = undefined;
    this.pan = undefined;
  }

  /** Lays the dragged note under the pointer, and says where that is on the canvas. */
  private place(event: PointerEvent): { x: number; y: number } {
    const box = this.surface()!.getBoundingClientRect();
    const within = (value: number): number => Math.round(Math.min(Math.max(value, 0), 0.98) * edge);
    const spot = {
      x: within((event.clientX - this.drag!.dx - box.left) / box.width),
      y: within((event.clientY - this.drag!.dy - box.top) / box.height),
    };
    this.drag!.ghost.style.left = `${spot.x / 100}%`;
    this.drag!.ghost.style.top = `${spot.y / 100}%`;
    return spot;
  }

  private change(how: string | undefined): void {
    const surface = this.surface();
    if (!how || !surface) return;
    const at = zooms.indexOf(this.zoom);
    if (how === "in") this.zoom = zooms[Math.min(at + 1, zooms.length - 1)]!;
    else if (how === "out") this.zoom = zooms[Math.max(at - 1, 0)]!;
    else this.zoom = zooms.filter((zoom) => surface.offsetWidth / this.zoom * zoom <= this.frame.clientWidth).at(-1) ?? zooms[0]!;
    this.frame.style.setProperty("--zoom", String(this.zoom));
  }
}
