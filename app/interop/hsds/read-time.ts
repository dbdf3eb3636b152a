import type { ReadValue } from "./read-value";

const form =
  /^(\d{1,2})(?::?(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?:([ap])\.?\s?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const named: Readonly<Record<string, string>> = { noon: "12:00", midday: "12:00", midnight: "00:00" };
const bad: ReadValue = {
  value: null,
  lost: true,
  note: { reason: "not a time of day; left out", code: "bad_time" },
};

/** Hours of a clock of twelve as those of one of twenty-four; null for 13 pm. */
function hoursOf(hours: number, half: string | undefined): number | null {
  if (half === undefined) return hours;
  if (hours < 1 || hours > 12) return null;
  return (hours % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** "10:00:00", "10:00Z", "9 am", "noon": hours and minutes are kept. 24:00 is the end of a day, and the last there is. */
export function readTime(raw: string): ReadValue {
  const text = raw.trim();
  if (text === "") return { value: null };
  const word = named[text.toLowerCase().replace(/^12\s*/, "")];
  if (word) return { value: word };
  const [whole, hours = "", minutes, half] = form.exec(text) ?? [];
  const clock = hoursOf(Number(hours), half);
  if (whole === undefined || clock === null || (!half && minutes === undefined)) return bad;
  if (clock > 24 || Number(minutes ?? 0) > 59 || (clock === 24 && Number(minutes) > 0)) return bad;
  return { value: `${String(clock).padStart(2, "0")}:${minutes ?? "00"}` };
}
