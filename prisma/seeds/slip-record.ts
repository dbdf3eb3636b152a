import { addDays } from "~/domain/kernel/calendar";

export type Recorded = { firstName: string; middleName: string | null; lastName: string; dob: string | null };
type Told = Omit<Recorded, "middleName" | "dob"> & { dob: string };

/** One record in so many is written down otherwise than the family said. */
const oneIn = 14;

const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1);
const swapped = (text: string, at: number): string =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

/** What one slip changes; of the last three a person has to say whether it is the same child. */
const slips: readonly ((child: Told) => Partial<Recorded>)[] = [
  ({ lastName }) => ({ lastName: without(lastName, 3) }),
  ({ dob }) => ({ dob: addDays(dob, 1) }),
  ({ firstName }) => {
    const [first = "", second = null] = firstName.split(" ");
    return { firstName: first, middleName: second };
  },
  ({ lastName }) => ({ lastName: swapped(lastName, 2) }),
  ({ firstName, dob }) => ({ firstName: swapped(firstName, 1), dob: addDays(dob, -30) }),
  ({ lastName }) => ({ lastName: lastName.split(" ")[0] ?? lastName }),
  ({ firstName }) => ({ firstName: firstName.split(" ").reverse().join(" ") }),
  ({ lastName }) => ({ lastName: without(lastName, 2), dob: null }),
  ({ firstName, lastName, dob }) => ({
    firstName: swapped(firstName, 1),
    lastName: without(lastName, 4),
    dob: addDays(dob, 31),
  }),
  ({ firstName, lastName, dob }) => ({
    firstName: firstName.split(" ")[0] ?? firstName,
    lastName: swapped(lastName, 1),
    dob: addDays(dob, 400),
  }),
];

/** A child as the invented agency wrote it down, with the slips that agencies make; the same for a number every time. */
export function slipRecord(n: number, told: Told): Recorded {
  const slip = n % oneIn === 0 ? slips[(n / oneIn) % slips.length] : undefined;
  return { ...told, middleName: null, ...slip?.(told) };
}
