/** Keeps the sliders of weights in step with their numbers. A number that somebody types is never changed by this; a slider's siblings are. */
import { share } from "./weights/share";

/** The slider that was moved last, with its siblings as they stood before, so that going there and back changes nothing. */
let drawn: { slider: HTMLInputElement; were: number[] } | undefined;

document.addEventListener("input", (event) => {
  const moved = event.target;
  if (!(moved instanceof HTMLInputElement) || !moved.form?.classList.contains("weights")) return;
  const sliders = [...moved.form.querySelectorAll<HTMLInputElement>("input[data-for]")];
  const own = sliders.find((slider) => slider === moved || slider.dataset["for"] === moved.id);
  if (own === undefined) return;
  if (own === moved) draw(own, sliders);
  else {
    own.value = String(hundredths(moved) / 100);
    drawn = undefined;
  }
});

function draw(moved: HTMLInputElement, sliders: HTMLInputElement[]): void {
  const others = sliders.filter((slider) => slider !== moved);
  if (drawn?.slider !== moved) drawn = { slider: moved, were: others.map((slider) => Math.max(1, hundredths(numberOf(slider)))) };
  const to = hundredths(moved);
  write(moved, to);
  share(drawn.were, 10_000 - to).forEach((weight, i) => write(others[i], weight));
}

function write(slider: HTMLInputElement | undefined, weight: number): void {
  if (slider === undefined) return;
  slider.value = String(weight / 100);
  const number = numberOf(slider);
  if (number) number.value = String(weight / 100);
}

function numberOf(slider: HTMLInputElement): HTMLInputElement | null {
  const number = document.getElementById(slider.dataset["for"] ?? "");
  return number instanceof HTMLInputElement ? number : null;
}

function hundredths(field: HTMLInputElement | null): number {
  return Math.round(Number.parseFloat(field?.value ?? "") * 100) || 0;
}
