/** Words typed while the search was under way: they belong to the line, and so do those that follow. */
export function typesOn(): boolean {
  const line = document.activeElement;
  return line instanceof HTMLInputElement && line.id === "q" && line.value !== line.dataset["sent"];
}
