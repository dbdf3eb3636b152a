import type { FieldKind } from "../hsds-field";
import { isIsoDate } from "~/domain/kernel/calendar";

/** Words that the specification closes a field to, by object and field. */
const closedWords: Readonly<Record<string, readonly string[]>> = {
  "service.status": ["active", "inactive", "defunct", "temporarily closed"],
  "location.location_type": ["physical", "postal", "virtual"],
  "address.address_type": ["physical", "postal", "virtual"],
  "schedule.wkst": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"],
  "schedule.freq": ["WEEKLY", "MONTHLY"],
};
export function wordsOf(object: string, field: string): readonly string[] | undefined {
  return closedWords[`${object}.${field}`];
}

const hex = "%[0-9a-f]{2}";
const pathChar = `(?:[a-z0-9\\-._~!$&'()*+,;=:@/]|${hex})*`;
const queryChar = `(?:[a-z0-9\\-._~!$&'()*+,;=:@/?]|${hex})*`;
/** RFC 3986 with a scheme; stricter than it must be, so that every validator agrees. */
const uri = new RegExp(
  `^[a-z][a-z0-9+.-]*://[a-z0-9._~-]+(?::[0-9]+)?(?:/${pathChar})?(?:\\?${queryChar})?(?:#${queryChar})?$`,
  "i",
);
const mailOrPhone = new RegExp(`^(?:mailto|tel|urn|geo):${pathChar.slice(0, -1)}+$`, "i");
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const email = new RegExp(
  `^[a-z0-9!#$%&'*+/=?^_\`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_\`{|}~-]+)*@(?:${label}\\.)+${label}$`,
  "i",
);
/** 24:00 is the end of a day (ISO 8601): a place that is open day and night closes then. */
const time = /^(([01]\d|2[0-3]):[0-5]\d|24:00)(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A moment in UTC with milliseconds, or null when it is none. */
function momentOf(value: string): string | null {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

const text = (accepts: (value: string) => boolean) => (value: unknown) =>
  typeof value === "string" && accepts(value) ? value : null;
const number = (accepts: (value: number) => boolean) => (value: unknown) =>
  typeof value === "number" && accepts(value) ? value : null;

/** A value as HSDS may hold it by kind; null when it may not. */
export const readers: Readonly<Record<FieldKind, (value: unknown) => unknown>> = {
  uuid: text((value) => uuid.test(value)),
  text: (value) => (typeof value === "string" ? value : null),
  uri: text((value) => value.length <= 2_000 && (uri.test(value) || mailOrPhone.test(value))),
  email: text((value) => value.length <= 254 && email.test(value)),
  number: number(Number.isFinite),
  integer: number(Number.isInteger),
  boolean: (value) => (typeof value === "boolean" ? value : null),
  date: (value) => (typeof value === "string" && isIsoDate(value.slice(0, 10)) ? value.slice(0, 10) : null),
  datetime: (value) => (typeof value === "string" ? momentOf(value) : null),
  time: text((value) => time.test(value)),
  list: (value) => (Array.isArray(value) ? value.map(String) : null),
  json: (value) => (typeof value === "object" ? value : null),
};
