/** Kinds of line (HSDS phone.type in any case and spelling) that nobody can call with a voice. */
export const silentType = "(^|[^a-z])(tele)?(fax|facsimile|tty|tdd|textphone|pager|beeper)";
/** Numbers for texts: shown only where there is no other. */
export const textType = "^(text|sms)";
/** A number that says of itself that it is a fax. */
export const faxNumber = "^[^0-9a-z]*(fax|facsimile)";

const [silent, texts, fax] = [silentType, textType, faxNumber].map((pattern) => new RegExp(pattern, "i"));
interface Line {
  type: string;
  number: string;
}

/** Whether a family can call or text it. */
const isForFamilies = ({ type, number }: Line): boolean => !silent?.test(type.trim()) && !fax?.test(number);

/** The first line that a family can call; a number for texts only where there is no other. */
export function numberToCall<T extends Line>(phones: readonly T[]): T | undefined {
  const lines = phones.filter(isForFamilies);
  return lines.find((one) => !texts?.test(one.type.trim())) ?? lines[0];
}
