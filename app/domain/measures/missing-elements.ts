import type { ElementCode } from "./measure-spec";

const byFile: Readonly<Record<string, ElementCode>> = {
  population: "population",
  placements: "placements",
  siblings: "siblings",
  contacts: "contacts",
  cases: "cases",
  services: "prevention_plan",
};

/** What a blocked result lacks, by the files that it names; whatever else blocks is the agency's records or their quality. */
export function missingElements(blockedBy: readonly string[]): ElementCode[] {
  const codes = blockedBy.map((why): ElementCode => {
    if (why.startsWith("data quality")) return "data_quality";
    return byFile[/^\w+/.exec(why)?.[0] ?? ""] ?? "records";
  });
  return [...new Set(codes)];
}
