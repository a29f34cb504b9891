/** Whether somebody is in the middle of writing: in a field, or with words in one that aren't sent yet. */
export function isTyping(): boolean {
  const here = document.activeElement;
  const fields = "textarea, input:not([type=hidden]):not([type=submit]):not([type=checkbox]):not([type=radio])";
  if (here?.matches(fields) || here?.closest("[contenteditable=true]")) return true;
  return Array.from(document.querySelectorAll<HTMLTextAreaElement>("main textarea")).some((field) => field.value.trim() !== field.defaultValue.trim());
}
