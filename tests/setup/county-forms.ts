import { usualRecordsNumbers } from "../../app/domain/jurisdiction/records-numbers";
import { usualNumbers } from "../../app/domain/jurisdiction/rule-numbers";
import { usualConsentText } from "../../app/domain/referrals/family/consent-words";

const rules = Object.fromEntries(
  Object.entries(usualNumbers).map(([name, days]) => [
    `numbers.${name}`,
    String(name === "tries" ? 4 : days),
  ]),
);
const recordsNumbers = Object.fromEntries(
  Object.entries(usualRecordsNumbers).map(([name, typed]) => [`numbers.${name}`, typed]),
);
const { asked, own } = usualConsentText;
const words = { askedEn: `Hello. ${asked.en}`, askedEs: asked.es, ownEn: own.en, ownEs: own.es };
const basis = { key: "", kind: "mou", citation: "File 7", labelEn: "Agreement", labelEs: "Acuerdo" };

/** One change on each page of what is set for a county, in this order: each stands on the version of the one before. */
export const countyForms: [page: string, intent: string, fields: Record<string, string>][] = [
  ["/admin/county", "save", { title: "Here", timeZone: "America/Chicago", opensAt: "8", closesAt: "17" }],
  ["/admin/county/rules", "save", { version: "2", ...rules }],
  ["/admin/county/bases", "save", { version: "3", ...basis }],
  ["/admin/county/senders", "save", { version: "4", senderEn: "the county line", senderEs: "la línea" }],
  ["/admin/county/words", "save", { version: "5", ...words }],
  ["/admin/county/privacy", "save", { version: "6", keptCalls: "0", keptDrafts: "14" }],
  ["/admin/county/records", "save", { version: "7", state: "MD", county: "510", ...recordsNumbers }],
];
