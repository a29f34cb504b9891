/** The sentences of a text, in order; lines end sentences too. */
export function sentences(text: string): string[] {
  return text.split(/\n+|(?<=[.!?]["”’)]?)\s+/).map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
