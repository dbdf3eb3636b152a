import { z } from "zod";

export const readSearchSchema = z.object({ line: z.string().max(2000) });
