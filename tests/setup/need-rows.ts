import {
  changeNeed,
  deprecateNeed,
  followVettings,
  listNeeds,
  restoreNeed,
} from "../../app/domain/directory/index.server";
import type { Row } from "./authorization-matrix";

const admin = { jurisdiction_admin: "jurisdiction" } as const;
const food = { code: "food", version: 0 };

/** Who may change the list of needs (everybody reads with it), and what follows a decision about an organization or a suggestion. */
export const needRows = {
  followVettings: { may: admin, untargeted: true, call: (ctx) => followVettings(ctx) },
  refreshOrganization: { inside: "part of suspending, restoring and merging an organization" },
  applySuggestedFields: { inside: "applied while a suggestion is taken" },
  needsInForce: { free: "what every search and form reads with" },
  listNeeds: { may: admin, untargeted: true, call: (ctx) => listNeeds(ctx) },
  changeNeed: {
    may: admin,
    untargeted: true,
    call: (ctx) => changeNeed(ctx, { ...food, nameEn: "Groceries" }),
  },
  deprecateNeed: { may: admin, untargeted: true, call: (ctx) => deprecateNeed(ctx, food) },
  restoreNeed: {
    may: admin,
    untargeted: true,
    call: async (ctx) => {
      await deprecateNeed(ctx, food);
      await restoreNeed(ctx, { ...food, version: 1 });
    },
  },
} satisfies Record<string, Row<never>>;
