import { listingKeySchema } from "../reading/listing-key.schema";
import { z } from "zod";

export const pauseListingSchema = listingKeySchema.extend({ paused: z.boolean() });
