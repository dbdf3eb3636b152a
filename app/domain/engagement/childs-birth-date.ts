import type { IsoDate } from "../kernel/calendar";

const grownUpYears = 22;

/** Of a child that is born and not grown up: at most 21 years old today. */
export function isChildsBirthDate(birthDate: string, today: IsoDate): boolean {
  const earliest = `${Number(today.slice(0, 4)) - grownUpYears}${today.slice(4)}`;
  return birthDate <= today && birthDate > earliest;
}
