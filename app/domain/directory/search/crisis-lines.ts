import type { Danger } from "./danger-words";

/**
 * Who answers day and night in the whole country, free, in English and Spanish. As these lines publish them: 988lifeline.org (Spanish: press 2;
 * text AYUDA), thehotline.org (text START to 88788), childhelphotline.org, poisonhelp.hrsa.gov. Read 2026-11-30.
 */
export const crisisLines = {
  emergency: { call: "911", text: null },
  lifeline: { call: "988", text: "988" },
  violence: { call: "1-800-799-7233", text: "88788" },
  childhelp: { call: "1-800-422-4453", text: null },
  poison: { call: "1-800-222-1222", text: null },
} as const;
export type CrisisLine = keyof typeof crisisLines | "local";

/** What brings the lines up: a danger that was told, or the wish for a crisis line. */
export type CrisisCause = Danger | "crisis";

const linesFor: Record<CrisisCause, readonly CrisisLine[]> = {
  self_harm: ["lifeline", "emergency", "local"],
  violence: ["emergency", "violence", "local"],
  child: ["emergency", "local", "childhelp"],
  overdose: ["emergency", "poison", "lifeline"],
  crisis: ["lifeline", "local"],
};

const digits = (phone: string) => phone.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
/** The jurisdiction's number as a line: one of the country's under its own name, "local" else; none where it has set none. */
function ownLine(local: string | null): CrisisLine[] {
  if (local === null) return [];
  const keys = Object.keys(crisisLines) as (keyof typeof crisisLines)[];
  return [keys.find((key) => digits(crisisLines[key].call) === digits(local)) ?? "local"];
}

/** Lines that stand above all results, each once: 911 first but for whoever thinks of suicide alone. `local`: the jurisdiction's own number. */
export function crisisLinesOf(causes: readonly CrisisCause[], local: string | null): CrisisLine[] {
  const lines = causes.flatMap((cause) => linesFor[cause]);
  const found = new Set(lines.flatMap((line) => (line === "local" ? ownLine(local) : [line])));
  const urgent = causes.some((cause) => cause !== "self_harm" && cause !== "crisis");
  const first: CrisisLine = urgent ? "emergency" : "lifeline";
  return [...found].sort((a, b) => Number(b === first) - Number(a === first));
}
