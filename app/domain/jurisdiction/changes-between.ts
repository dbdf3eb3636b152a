import { stateOfFips } from "../directory/places/us-states";
import { countyOfPoint } from "../directory/places/places";
import { type DisclosureBasis, readJurisdictionSettings } from "../organizations/jurisdiction-settings";
import type { RecordsSettings } from "../organizations/records-settings";
import { consentTextOf } from "../referrals/family/consent-words";
import type { KeptJurisdiction } from "./kept-jurisdiction";
import { recordsNumbers, typedNumbersOf } from "./records-numbers";
import { numbersOf } from "./rule-numbers";

/** One fact that a change gives another value; "" is none. Of a list, what is taken off and what is new. */
export type FactChange = { field: string; from: string; to: string };

function middleOf({ latitude, longitude }: KeptJurisdiction): string {
  if (latitude === null || longitude === null) return "";
  const county = countyOfPoint({ latitude, longitude });
  const place = county ? ` (${county.name}, ${stateOfFips(county.fips)})` : "";
  return `${latitude.toFixed(3)}, ${longitude.toFixed(3)}${place}`;
}

const basisFacts = ({ key, kind, citation, label, ended, namesSender }: DisclosureBasis): Facts => ({
  [`basis.${key}.kind`]: kind,
  [`basis.${key}.citation`]: citation,
  [`basis.${key}.labelEn`]: label["en"] ?? "",
  [`basis.${key}.labelEs`]: label["es"] ?? "",
  [`basis.${key}.state`]: ended ? "ended" : "in_use",
  [`basis.${key}.namesSender`]: namesSender ? "yes" : "no",
});

type Facts = Record<string, string | readonly string[]>;

function recordsFacts(records: RecordsSettings): Facts {
  const typed = typedNumbersOf(records);
  const numbers = recordsNumbers.map(({ name, percent }) => [
    `records.${name}`,
    percent ? `${typed[name]}%` : (typed[name] ?? ""),
  ]);
  return {
    "records.state": records.state ?? "",
    "records.county": records.county ?? "",
    ...Object.fromEntries(numbers),
  };
}

/** A jurisdiction fact by fact, as a page and the audit log name them. */
export function factsOf(kept: KeptJurisdiction): Facts {
  const settings = readJurisdictionSettings(kept.settings);
  const { calendar } = settings;
  const words = consentTextOf(settings);
  const numbers = Object.entries(numbersOf(settings)).map(([name, value]) => [name, String(value)]);
  return {
    name: kept.name,
    title: kept.title,
    timeZone: kept.timeZone,
    supportPhone: kept.supportPhone ?? "",
    textPhone: kept.textPhone ?? "",
    crisisPhone: kept.crisisPhone ?? "",
    middle: middleOf(kept),
    opensAt: String(calendar.opensAt),
    closesAt: String(calendar.closesAt),
    holidays: calendar.holidays,
    ...Object.fromEntries(numbers),
    ...recordsFacts(settings.records),
    ...Object.assign({}, ...settings.disclosureBases.map(basisFacts)),
    wordsVersion: words.version,
    askedEn: words.asked.en,
    askedEs: words.asked.es,
    ownEn: words.own.en,
    ownEs: words.own.es,
    senderEn: settings.senders.neutral["en"] ?? "",
    senderEs: settings.senders.neutral["es"] ?? "",
    supportLineEn: settings.lines.support_line["en"] ?? "",
    supportLineEs: settings.lines.support_line["es"] ?? "",
    hotlineEn: settings.lines.hotline["en"] ?? "",
    hotlineEs: settings.lines.hotline["es"] ?? "",
    senderNamed: settings.senders.named ? "yes" : "no",
    reviewNewListings: settings.reviewNewListings ? "yes" : "no",
  };
}

function changeOf(field: string, before: Facts[string], after: Facts[string]): FactChange {
  if (typeof before === "string" && typeof after === "string") return { field, from: before, to: after };
  const [old, now] = [[before].flat(), [after].flat()];
  const only = (one: string[], other: string[]) => one.filter((item) => !other.includes(item)).join(", ");
  return { field, from: only(old, now), to: only(now, old) };
}

/** What is another after a change, fact by fact. */
export function changesBetween(before: KeptJurisdiction, after: KeptJurisdiction): FactChange[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((field) => changeOf(field, old[field] ?? "", now[field] ?? ""))
    .filter(({ from, to }) => from !== to);
}
