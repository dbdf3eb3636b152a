import { z } from "zod";

/** A listing as the page showed it. */
export const listingKeySchema = z.object({ id: z.string(), version: z.coerce.number().int() });
