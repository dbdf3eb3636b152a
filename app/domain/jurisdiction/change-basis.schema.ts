import { z } from "zod";
import { disclosureKinds } from "../organizations/jurisdiction-settings";
import { required, versionKey } from "./change-facts.schema";

export const saveBasisSchema = z.object({
  ...versionKey,
  /** The basis that is changed; empty for a new one. */
  key: z.string().default(""),
  kind: z.enum(disclosureKinds, "kind"),
  citation: required(200),
  labelEn: required(80),
  labelEs: required(80),
  namesSender: z.boolean(),
});

export const settleBasisSchema = z.object({
  version: versionKey.version,
  key: z.string(),
  act: z.enum(["end", "restore", "remove"]),
});
