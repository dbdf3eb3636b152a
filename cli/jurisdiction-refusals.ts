import { timeZones } from "~/domain/jurisdiction/change-facts.schema";
import { Conflict, Invalid } from "~/domain/kernel/errors";
import { Unusable } from "./command-words";

const refusals: Record<string, string> = {
  slug_wrong: "--slug wants 2 to 40 small letters, digits and hyphens, like harbor",
  slug_taken: "There is a jurisdiction with that slug already: npm run -s upstream -- jurisdiction list",
  required: "--name wants a name",
  too_long: "--name and --title want at most 120 letters",
  zone: `--time-zone is one of: ${timeZones.join(", ")}`,
  address_wrong: "An address is like https://families.example.gov or https://portal.example.gov/harbor",
  address_path:
    "Behind the host an address has one word at most: small letters, digits and hyphens, like /harbor",
  address_reserved: "That word means pages of the portal itself. Choose another, like the county's name",
  address_taken: "Another jurisdiction has that address: npm run -s upstream -- jurisdiction list",
  nothing_changed: "That is its address already. Nothing was changed.",
};

/** A refusal of the domain in words, as arguments that cannot be used; anything else as it is. */
export function refusalInWords(error: unknown): unknown {
  if (!(error instanceof Conflict || error instanceof Invalid)) return error;
  const codes = error instanceof Conflict ? [error.message] : Object.values(error.fieldErrors).flat();
  const said = [...new Set(codes)].flatMap((code) => refusals[code] ?? []);
  return said.length > 0 ? new Unusable(said.join("\n")) : error;
}
