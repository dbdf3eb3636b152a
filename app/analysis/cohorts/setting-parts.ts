import type { Part } from "./selected";

/** One number a group of settings; a child whose setting is not known is in the denominator and in no group. */
export const settingParts: readonly Part[] = ["kin", "foster_nonrelative", "congregate", "other"].map(
  (name) => ({
    name,
    den: "1",
    num: `coalesce(setting_group = '${name}', false)::INT`,
  }),
);
