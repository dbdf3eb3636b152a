import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concludeReferral } from "./conclude-referral";
import {
  type Party,
  edgeBetween,
  edges,
  openStatuses,
  referralStatuses,
  statusFacts,
} from "./referral-status";
import { reasons } from "./reasons";

const parties: readonly Party[] = ["sender", "outreach", "supervisor", "provider", "family", "system"];
const closedForGood = referralStatuses.filter((status) => !statusFacts[status].open);

describe("the table", () => {
  it("names an owner, an act and a clock for every open status, and a way on from each", () => {
    for (const status of openStatuses) {
      expect(statusFacts[status]).toMatchObject({
        open: true,
        owner: expect.any(String),
        act: expect.any(String),
      });
      expect(statusFacts[status].clock).not.toBe("none");
      expect(edges.some(({ from }) => from === status)).toBe(true);
    }
  });
  it("has each edge once, and lets a closed referral go nowhere but to entered in error", () => {
    const names = edges.map(({ from, to }) => `${from ?? ""}>${to}`);
    expect(new Set(names).size).toBe(names.length);
    const onward = edges.filter(({ from }) => from && closedForGood.includes(from)).map(({ to }) => to);
    expect(new Set(onward)).toEqual(new Set(["entered_in_error"]));
  });
  it("lets nobody but the system say connected or expired", () => {
    for (const { to, by } of edges)
      if (to === "connected" || to === "expired") expect(by).toEqual(["system"]);
  });
  it("is domain.md 2.2 for a sent referral", () => {
    const onward = edges.filter(({ from }) => from === "sent").map(({ to }) => to);
    expect(onward.sort()).toEqual([
      "accepted",
      "declined_by_provider",
      "entered_in_error",
      "expired",
      "needs_information",
      "waitlisted",
      "withdrawn",
    ]);
  });
  it("keeps a sender from taking back what a provider has accepted", () => {
    for (const from of ["accepted", "contacting", "scheduled", "on_hold"] as const) {
      expect(edgeBetween(from, "withdrawn")?.by).not.toContain("sender");
    }
  });
});

describe("any walk through the table", () => {
  it("stays conserved: sent is connected, each closed class and open, at every step", () => {
    const choice = fc.record({ referral: fc.nat(5), party: fc.constantFrom(...parties), pick: fc.nat(30) });
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 80 }), (choices) => {
        const stands = Array.from({ length: 6 }, () => "sent" as (typeof referralStatuses)[number]);
        for (const { referral, party, pick } of choices) {
          const from = stands[referral] ?? "sent";
          const possible = edges.filter((edge) => edge.from === from && edge.by.includes(party));
          const edge = possible[pick % Math.max(1, possible.length)];
          if (edge) stands[referral] = edge.to;
          const counted = stands.filter((status) => status !== "entered_in_error");
          const open = counted.filter((status) => statusFacts[status].open).length;
          const closed = closedForGood.map((status) => counted.filter((one) => one === status).length);
          expect(open + closed.reduce((sum, count) => sum + count, 0)).toBe(counted.length);
        }
      }),
    );
  });
});

describe("concludeReferral", () => {
  it("never calls silence or an unreached family a family's no", () => {
    for (const from of referralStatuses) {
      expect(concludeReferral(from, "provider_silent")?.party ?? "system").toBe("system");
      expect(concludeReferral(from, "attempts_exhausted")?.party ?? "nobody").toBe("nobody");
    }
  });
  it("always finds an end for a family that says no or takes its permission back", () => {
    for (const from of openStatuses.filter((status) => status !== "draft")) {
      expect(concludeReferral(from, "family_declines")?.party).toBe("family");
    }
    for (const from of openStatuses.filter((status) => !["draft"].includes(status))) {
      expect(concludeReferral(from, "consent_revoked")?.status).toBe("withdrawn");
    }
  });
  it("leaves a closed referral as it ended", () => {
    for (const from of closedForGood) expect(concludeReferral(from, "consent_revoked")).toBeNull();
  });
});

describe("reasons", () => {
  it("have one party each", () => {
    const codes = reasons.map(({ code, party }) => `${party}.${code}`);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
