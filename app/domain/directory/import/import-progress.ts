/** What an import does, in this order. Opening includes fetching from an API. */
const importSteps = ["opening", "reading", "comparing", "writing", "search"] as const;
export type ImportStep = (typeof importSteps)[number];

/** How far an import is: rows while it reads and writes, services while it writes search. */
export interface ImportProgress {
  step: ImportStep;
  done: number | null;
  /** Of how many, where that is known. */
  of: number | null;
  /** The share of the files' bytes that is read, 0 to 1. */
  share: number | null;
  /** Which file, where it says so. */
  file?: string;
}

/** A stored value as progress; null for anything else. */
export function progressOf(value: unknown): ImportProgress | null {
  if (typeof value !== "object" || value === null || !("step" in value)) return null;
  const { step, done, of, share, file } = value as Record<string, unknown>;
  const known = importSteps.find((one) => one === step);
  const number = (one: unknown) => (typeof one === "number" ? one : null);
  return known
    ? {
        ...{ step: known, done: number(done), of: number(of), share: number(share) },
        ...(typeof file === "string" ? { file } : {}),
      }
    : null;
}
