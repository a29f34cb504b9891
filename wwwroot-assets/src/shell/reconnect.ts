/** When a live connection can't be had back, the page loads again by itself; drafts are kept. */
interface Circuits { reconnect(): Promise<boolean>; resumeCircuit?(): Promise<boolean> }

declare global {
  interface Window { Blazor?: Circuits }
}

const pause = 5_000;

export function start(): void {
  const words = document.getElementById("components-reconnect-modal");
  words?.addEventListener("components-reconnect-state-changed", (event) => {
    const state = (event as CustomEvent<{ state: string }>).detail.state;
    if (state === "rejected") location.reload();
    if (state === "failed") void tryUntilBack();
  });
  document.getElementById("reconnect-again")?.addEventListener("click", () => void again());
}

async function tryUntilBack(): Promise<void> {
  while (!(await again())) await new Promise((resolve) => setTimeout(resolve, pause));
}

/** True once the server was reached, whatever it could still give back. */
async function again(): Promise<boolean> {
  try {
    if ((await window.Blazor?.reconnect()) || (await window.Blazor?.resumeCircuit?.())) return true;
    location.reload();
    return true;
  } catch {
    return false;
  }
}
