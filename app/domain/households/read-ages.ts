import { Invalid } from "../kernel/errors";

/** "3, 6, 8 months" as months; a bare number is years. Invalid on anything else. */
export function readAges(typed: string): number[] {
  const parts = typed
    .split(/[,;]|\s+(?:and|y|or|u|o)\s+/)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.map((part) => {
    const [, number, unit] = /^(\d{1,2})\s*(m|mo|months?|mes(?:es)?|y|years?|años?)?$/i.exec(part) ?? [];
    if (!number) throw new Invalid({ ages: ["ages"] });
    return unit && /^m/i.test(unit) ? Number(number) : Number(number) * 12;
  });
}
