import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import * as linkage from "../../../app/domain/linkage/index.server";
import { defineRows, insertRow } from "../authorization-matrix";

const reviewer = { link_reviewer: "jurisdiction" } as const;
const started = {
  startedAt: new Date(),
  inputs: { persons: "", children: "", decisions: "", method: "test" },
  rows: { persons: 0, children: 0 },
  exact: [],
  decisions: [],
  model: null,
};
const outcome = {
  ...{ engine: "test", trained: null, found: [], thresholds: {}, mayLink: false },
  status: "exact_only" as const,
};

export default defineRows<{ personId: string; childId: string; candidateId: string; apartId: string }>({
  arrange: async ({ jurisdictionId, householdId }, owner) => {
    const [personId, childId] = [randomUUID(), randomUUID()];
    await insertRow(owner, "person", {
      id: personId,
      jurisdiction_id: jurisdictionId,
      household_id: householdId,
      kind: "child",
      first_name: "Wren",
      created_at: new Date(),
    });
    await insertRow(owner, "agency_child", {
      id: childId,
      jurisdiction_id: jurisdictionId,
      child_id: childId,
      first_name: "Wren",
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
    const candidateId = randomUUID();
    await insertRow(owner, "link_candidate", {
      ...{ id: candidateId, jurisdiction_id: jurisdictionId, person_id: personId, agency_child_id: childId },
      ...{ zone: "review", rule: "birth_date", state: "open", person_hash: "x", child_hash: "x" },
      found_at: new Date(),
    });
    await insertRow(owner, "link_event", {
      ...{ id: randomUUID(), jurisdiction_id: jurisdictionId, person_id: personId, agency_child_id: childId },
      ...{ kind: "confirm", rule: "reviewed.1", at: new Date() },
    });
    const [apartId, otherId] = [randomUUID(), randomUUID()];
    await insertRow(owner, "agency_child", {
      ...{ id: otherId, jurisdiction_id: jurisdictionId, child_id: otherId, last_name: "Other" },
      ...{ race_codes: [], row_hash: "x" },
    });
    await insertRow(owner, "link_event", {
      ...{ id: apartId, jurisdiction_id: jurisdictionId, person_id: personId, agency_child_id: otherId },
      ...{ kind: "reject", rule: "reviewed.1", at: new Date() },
    });
    return { personId, childId, candidateId, apartId };
  },
  rows: {
    linkPersons: { may: {}, untargeted: true, call: (ctx) => linkage.linkPersons(ctx) },
    startLinkRun: {
      may: {},
      untargeted: true,
      call: (ctx) => linkage.startLinkRun(ctx, { folder: tmpdir(), method: "test", train: false }),
    },
    keepLinkRun: {
      may: {},
      untargeted: true,
      call: (ctx) => linkage.keepLinkRun(ctx, { started, outcome }),
    },
    failLinkRun: {
      may: {},
      untargeted: true,
      call: (ctx) => linkage.failLinkRun(ctx, { method: "test", startedAt: new Date() }),
    },
    askTraining: { may: reviewer, untargeted: true, call: (ctx) => linkage.askTraining(ctx) },
    readModel: { may: reviewer, untargeted: true, call: (ctx) => linkage.readModel(ctx) },
    findNextPair: { may: reviewer, untargeted: true, call: (ctx) => linkage.findNextPair(ctx) },
    readPair: { may: reviewer, call: (ctx, { candidateId }) => linkage.readPair(ctx, { candidateId }) },
    decidePair: {
      may: reviewer,
      call: async (ctx, { candidateId }) => {
        const { personHash, childHash } = await linkage.readPair(ctx, { candidateId });
        const said = { answer: "not_enough", reasonCode: "two_fit" } as const;
        return linkage.decidePair(ctx, { candidateId, personHash, childHash, ...said });
      },
    },
    readOwnAnswer: {
      may: reviewer,
      call: async (ctx, { candidateId }) => {
        const { personHash, childHash } = await linkage.readPair(ctx, { candidateId });
        const said = { answer: "not_enough", reasonCode: "two_fit" } as const;
        await linkage.decidePair(ctx, { candidateId, personHash, childHash, ...said });
        return linkage.readOwnAnswer(ctx, { candidateId });
      },
    },
    searchBothSides: {
      may: reviewer,
      untargeted: true,
      call: (ctx) => linkage.searchBothSides(ctx, { name: "Wren", birthDate: "" }),
    },
    proposePair: {
      may: reviewer,
      call: (ctx, { personId, childId }) => linkage.proposePair(ctx, { personId, agencyChildId: childId }),
    },
    listDecided: {
      may: reviewer,
      call: (ctx) => linkage.listDecided(ctx, { page: 1 }),
      sees: ({ rows }: Awaited<ReturnType<typeof linkage.listDecided>>) => rows.map((row) => row.personId),
      row: ({ personId }) => personId,
    },
    readLink: { may: reviewer, call: (ctx, { personId }) => linkage.readLink(ctx, { personId }) },
    readApart: { may: reviewer, call: (ctx, { apartId }) => linkage.readApart(ctx, { eventId: apartId }) },
    reopenPair: {
      may: reviewer,
      call: (ctx, { apartId }) => linkage.reopenPair(ctx, { eventId: apartId, reason: "wrong_key" }),
    },
    undoLink: {
      may: reviewer,
      call: (ctx, { personId }) => linkage.undoLink(ctx, { personId, reason: "wrong_key" }),
    },
  },
});
