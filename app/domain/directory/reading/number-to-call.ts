/** Kinds of line (HSDS phone.type, in any case) that nobody can call with a voice. */
export const silentKinds: readonly string[] = ["fax", "tty", "tdd", "textphone", "pager", "text", "sms"];

interface Line {
  type: string;
}
const isSilent = ({ type }: Line): boolean => silentKinds.includes(type.trim().toLowerCase());

/** The first line that a family can call; a number for texts only where there is no other. */
export function numberToCall<T extends Line>(phones: readonly T[]): T | undefined {
  return phones.find((one) => !isSilent(one)) ?? phones.find((one) => /^(text|sms)$/i.test(one.type.trim()));
}
