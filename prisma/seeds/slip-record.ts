import { addDays } from "~/domain/kernel/calendar";

export type Recorded = { firstName: string; middleName: string | null; lastName: string; dob: string };

/** One record in so many is written down otherwise than the family said. */
const oneIn = 14;

const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1);
const swapped = (text: string, at: number): string =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

const slips: readonly ((child: Recorded) => Recorded)[] = [
  (child) => ({ ...child, lastName: without(child.lastName, 3) }),
  (child) => ({ ...child, dob: addDays(child.dob, 1) }),
  (child) => {
    const [first = "", second = null] = child.firstName.split(" ");
    return { ...child, firstName: first, middleName: second };
  },
  (child) => ({ ...child, lastName: swapped(child.lastName, 2) }),
  (child) => ({ ...child, firstName: swapped(child.firstName, 1), dob: addDays(child.dob, -30) }),
  (child) => ({ ...child, lastName: child.lastName.split(" ")[0] ?? child.lastName }),
  (child) => ({ ...child, firstName: child.firstName.split(" ").reverse().join(" ") }),
];

/** A child as the invented agency wrote it down, with the slips that agencies make; the same for a number every time. */
export function slipRecord(n: number, child: Omit<Recorded, "middleName">): Recorded {
  const recorded = { ...child, middleName: null };
  const slip = n % oneIn === 0 ? slips[(n / oneIn) % slips.length] : undefined;
  return slip ? slip(recorded) : recorded;
}
