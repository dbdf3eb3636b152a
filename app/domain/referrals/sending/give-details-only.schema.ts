import { z } from "zod";

export const giveDetailsOnlySchema = z.object({ serviceId: z.uuid(), callId: z.uuid().nullish() });
