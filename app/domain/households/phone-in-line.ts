const ten = /(?:\+?1[\s.-]?)?\(?\b\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}\b/;

/** A whole phone number in a typed line, and the line without it: a number is never kept with a search. */
export function phoneInLine(line: string): { phone: string | null; rest: string } {
  const found = ten.exec(line);
  if (!found) return { phone: null, rest: line };
  const rest = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`;
  return { phone: found[0].trim(), rest: rest.replace(/\s+/g, " ").trim() };
}
