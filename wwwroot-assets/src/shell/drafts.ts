/** Keeps what was typed on this device, in this tab, until it is saved. */
type Typed = Record<string, string[]>;

const kept = new Set(["text", "search", "url", "tel", "email", "number", "date", "datetime-local", "checkbox", "radio", "textarea", "select-one"]);

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A form that says what it is about has its draft wherever on the page's address it stands; others have one for each address. */
function keyOf(form: HTMLFormElement): string {
  const about = form.dataset["draft"];
  return `draft ${location.pathname}${about === "keep" ? location.search : ` ${about}`} ${form.id}`;
}

/** The fields of a form that hold words or choices of a person. */
export function fieldsOf(form: HTMLFormElement): Field[] {
  return Array.from(form.elements).filter(
    (control): control is Field =>
      (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) &&
      control.name !== "" && kept.has(control.type));
}

function isTicked(field: Field): boolean {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}

/** What stands in a form now, by the names of its fields. */
export function read(form: HTMLFormElement): Typed {
  const typed: Typed = {};
  for (const field of fieldsOf(form)) {
    const values = (typed[field.name] ??= []);
    if (!isTicked(field) || (field as HTMLInputElement).checked) values.push(field.value);
  }
  return typed;
}

/** Puts values back into the fields that bear their names. */
export function write(form: HTMLFormElement, typed: Typed): void {
  for (const field of fieldsOf(form)) {
    const values = typed[field.name];
    if (!values) continue;
    if (isTicked(field)) (field as HTMLInputElement).checked = values.includes(field.value);
    else if (values.length === 1) field.value = values[0]!;
  }
}

export function keep(form: HTMLFormElement): void {
  if (form.dataset["draft"]) sessionStorage.setItem(keyOf(form), JSON.stringify(read(form)));
}

export function forget(form: HTMLFormElement): void {
  sessionStorage.removeItem(keyOf(form));
}

/** Brings a draft back into sight, unless the server already shows what was typed. */
export function restore(form: HTMLFormElement): void {
  const draft = form.dataset["draft"] ? sessionStorage.getItem(keyOf(form)) : null;
  if (!draft || form.querySelector(".error-summary")) return;
  write(form, JSON.parse(draft) as Typed);
  for (let fold = form.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
}
