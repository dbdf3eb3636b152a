import { addDays, dateIn, type IsoDate } from "../../app/domain/kernel/calendar";

/** The day so many days from now where the jurisdictions of the tests are: in the evening London has another. */
export const dayFromNow = (days: number): IsoDate => addDays(dateIn("America/New_York", new Date()), days);
