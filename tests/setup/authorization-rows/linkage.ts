import { randomUUID } from "node:crypto";
import * as linkage from "../../../app/domain/linkage/index.server";
import { defineRows, insertRow } from "../authorization-matrix";

export default defineRows<{ personId: string }>({
  arrange: async ({ jurisdictionId, householdId }, owner) => {
    const [personId, childId] = [randomUUID(), randomUUID()];
    await insertRow(owner, "person", {
      id: personId,
      jurisdiction_id: jurisdictionId,
      household_id: householdId,
      kind: "child",
      created_at: new Date(),
    });
    await insertRow(owner, "agency_child", {
      id: childId,
      jurisdiction_id: jurisdictionId,
      child_id: childId,
      race_codes: [],
      row_hash: "x",
    });
    await insertRow(owner, "person_link", {
      person_id: personId,
      jurisdiction_id: jurisdictionId,
      agency_child_id: childId,
      rule: "test",
      at: new Date(),
    });
    return { personId };
  },
  rows: {
    linkPersons: { may: {}, untargeted: true, call: (ctx) => linkage.linkPersons(ctx) },
    undoLink: {
      may: {},
      call: (ctx, { personId }) => linkage.undoLink(ctx, { personId, reason: "a test of who may" }),
    },
  },
});
