/** Says something politely to whoever listens instead of looking. */
export function announce(words: string): void {
  const region = document.getElementById("announcer");
  if (!region) return;
  // The same words twice in a row are said only if the region was empty in between.
  region.textContent = "";
  setTimeout(() => (region.textContent = words), 50);
}
