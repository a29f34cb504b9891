/** Plays the history of a text: moving the slider shows the moment without loading the page. Without this, the button does. */
const player = document.querySelector<HTMLFormElement>("form#player");
let showing = false;
let wanted = false;

async function show(form: HTMLFormElement): Promise<void> {
  wanted = true;
  if (showing) return;
  showing = true;
  while (wanted) {
    wanted = false;
    const query = new URLSearchParams(Array.from(new FormData(form), ([name, value]): [string, string] => [name, String(value)]).filter(([, value]) => value !== ""));
    const address = `${location.pathname}?${query}`;
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) continue;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["#moment", "section:has(#restore)"]) {
      const [now, next] = [document.querySelector(part), page.querySelector(part)];
      if (now && next) now.replaceWith(next);
      else now?.remove();
      if (!now && next) document.querySelector("#moment")?.after(next);
    }
    history.replaceState(null, "", address);
  }
  showing = false;
}

player?.addEventListener("input", () => void show(player));
