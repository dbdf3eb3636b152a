import { describe, expect, it } from "vitest";
import { type StaffActor, roles } from "./actor";
import { Forbidden } from "./errors";
import { policyRules } from "./policy-rules";
import { can, whereFor } from "./policy.server";

const person: StaffActor = {
  kind: "staff",
  userId: "u",
  membershipId: "m",
  role: "provider_worker",
  jurisdictionId: "j",
  organizationId: "o",
  teamName: null,
  name: "Test P.",
};

describe("whereFor", () => {
  it("refuses a role without a rule instead of answering with an empty OR", () => {
    expect(() => whereFor({ actor: { ...person, role: "auditor" } }, "accept", "ServiceReferral")).toThrow(
      Forbidden,
    );
  });
  it("never holds an empty OR, which Prisma would drop", () => {
    for (const role of roles)
      for (const rule of policyRules)
        for (const verb of rule.verbs) {
          const ctx = { actor: { ...person, role } };
          if (!can(ctx, verb, rule.subject)) continue;
          expect(JSON.stringify(whereFor(ctx, verb, rule.subject))).not.toContain('"OR":[]');
        }
  });
  it("keeps a provider without an organization out of every row", () => {
    const where = JSON.stringify(
      whereFor({ actor: { ...person, organizationId: null } }, "accept", "ServiceReferral"),
    );
    expect(where).toContain('"receivingOrganizationId":{"in":[]}');
  });
});

describe("can", () => {
  const row = { jurisdictionId: "j", receivingOrganizationId: "o", status: "sent" };
  it("answers for a row as the where does", () => {
    expect(can({ actor: person }, "accept", "ServiceReferral", row)).toBe(true);
    expect(
      can({ actor: person }, "accept", "ServiceReferral", { ...row, receivingOrganizationId: "x" }),
    ).toBe(false);
    expect(
      can({ actor: person }, "accept", "ServiceReferral", { ...row, status: "awaiting_family_yes" }),
    ).toBe(false);
  });
});
