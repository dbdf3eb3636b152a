/**
 * Text that was UTF-8 once, then read as CP437 or Windows-1252, and saved: "familyGÇÖs" (Miami's file, 303 services, where
 * even the first sign was folded from a Greek gamma to G), "familyâ€™s", "niÃ±os". Only sequences that no language writes are
 * repaired; the source keeps its own.
 */
const ofCp437: Record<string, string> = {
  "Ç£": "“",
  "Ç¥": "”",
  ÇÖ: "’",
  Çÿ: "‘",
  Çô: "–",
  Çö: "—",
  Çó: "•",
  Çª: "…",
};
const ofWindows: Record<string, string> = {
  "€œ": "“",
  "€\u009d": "”",
  "€™": "’",
  "€˜": "‘",
  "€“": "–",
  "€”": "—",
  "€¢": "•",
  "€¦": "…",
};
const letters: Record<string, string> = {
  "Ã¡": "á",
  "Ã©": "é",
  "Ã\u00ad": "í",
  "Ã³": "ó",
  Ãº: "ú",
  "Ã±": "ñ",
  "Ã¼": "ü",
  "Ã‰": "É",
  "Ã“": "Ó",
  Ãš: "Ú",
  "Ã‘": "Ñ",
  "Â¿": "¿",
  "Â¡": "¡",
  "Â°": "°",
  "Â®": "®",
  "├í": "á",
  "├⌐": "é",
  "├¡": "í",
  "├│": "ó",
  "├║": "ú",
  "├▒": "ñ",
  "├╝": "ü",
  "┬┐": "¿",
  "┬í": "¡",
};
const suspects = /[ΓG]Ç[£¥ÖÿôöóªÖ]|â€[œ\u009d™˜“”¢¦]|Ã[¡©\u00ad³º±¼‰“š‘]|Â[¿¡°®]|├[í⌐¡│║▒╝]|┬[┐í]/g;
const hint = /Ç|â€|Ã|Â|├|┬/;

/** The text as it was meant, or the same text. */
export function repairText(text: string): string {
  if (!hint.test(text)) return text;
  return text.replace(
    suspects,
    (found) => letters[found] ?? ofCp437[found.slice(1)] ?? ofWindows[found.slice(1)] ?? found,
  );
}
