import { settingWords } from "~/domain/reports/extract-words";
import type { XmlNode } from "./read-xml-records";

/** An element's text by its number: E69 is E69_removal_date, and not the container E69_E186_removals. Empty where it is not there. */
export function elementText(node: XmlNode | undefined, number: number): string {
  const isIt = new RegExp(`^E${number}_(?!E\\d)`);
  return node?.children.find(({ name }) => isIt.test(name))?.text.trim() ?? "";
}

/** The elements of a name inside a container. */
export const elementsIn = (node: XmlNode | undefined, container: string, name: RegExp): XmlNode[] =>
  node?.children.find((one) => one.name === container)?.children.filter((one) => name.test(one.name)) ?? [];

/** yyyymmdd as YYYY-MM-DD. What is no date stays one that is refused. */
export const afcarsDate = (text: string): string =>
  text === "" ? "" : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;

/** 1 yes, 0 no; 8, 9 and blank are missing. */
export const afcarsYes = (text: string): string => ({ "1": "yes", "0": "no" })[text] ?? "";

/** E155 as the contract's word by its number; 9, "not exited", is no reason. */
export const exitReason = (text: string): string => (text === "9" ? "" : text);

const races = [
  [13, "american_indian"],
  [14, "asian"],
  [15, "black"],
  [16, "pacific_islander"],
  [17, "white"],
] as const;

/** E13 to E17; with none of them, unknown, abandoned or declined (E18 to E20) are "unknown". */
export function raceCodes(record: XmlNode): string {
  const named = races.filter(([number]) => elementText(record, number) === "1").map(([, race]) => race);
  const isUnknown = [18, 19, 20].some((number) => elementText(record, number) === "1");
  return named.length > 0 ? named.join(";") : isUnknown ? "unknown" : "";
}

/**
 * Where a child lives. A foster family home (E113) by E115, E117 and E118, pre-adoptive first; a home of kin who are no
 * relatives (E119) is one of non-relatives with its flag, and a shelter-care home (E116) a family home: OUR READING of
 * 45 CFR 1355.44. Else E120 by its number (labels of AXE).
 */
export function settingOf(arrangement: XmlNode, home: XmlNode | undefined): string {
  if (elementText(arrangement, 113) !== "1") {
    const other = elementText(arrangement, 120);
    return settingWords.get(other) ?? other;
  }
  if (elementText(home, 118) === "1") return "preadoptive";
  const whose = elementText(home, 117) === "1" ? "relative" : "nonrelative";
  return elementText(home, 115) === "1" ? `therapeutic_foster_${whose}` : `foster_${whose}`;
}
