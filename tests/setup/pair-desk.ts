import { randomUUID } from "node:crypto";
import { type Actor, actorStamp } from "../../app/domain/kernel/actor";
import { systemClock } from "../../app/domain/kernel/clock";
import type { Ctx } from "../../app/domain/kernel/context";
import * as linkage from "../../app/domain/linkage/index.server";
import { isReadTwice } from "../../app/domain/linkage/second-readers";
import { insertRow } from "./authorization-matrix";
import { staffActor } from "./auth-people";
import type { TestDatabase } from "./database";

export type MadePair = {
  candidateId: string;
  personId: string;
  agencyChildId: string;
  childId: string;
  householdId: string;
};
type Said = Pick<Parameters<typeof linkage.decidePair>[1], "answer" | "reasonCode">;
export const same: Said = { answer: "same", reasonCode: "slip_of_pen" };
export const different: Said = { answer: "different", reasonCode: "other_family" };

/** Readers of a jurisdiction and the pairs before them. */
export function pairDesk(db: TestDatabase, jurisdictionId: string) {
  const reader = () => staffActor("link_reviewer", { jurisdictionId, organizationId: null });
  const as = <T>(actor: Actor, run: (ctx: Ctx) => Promise<T>): Promise<T> =>
    db.inTransaction({ jurisdictionId, actorId: actorStamp(actor).actorId }, (tx) =>
      run({ actor, tx, clock: systemClock }),
    );
  const query = async <T extends object>(sql: string, values: unknown[] = []) =>
    (await db.owner.query<T>(sql, values)).rows;
  /** A pair that waits; read by one person, unless it is asked to be of the sample of two. */
  async function makePair(
    more: { twice?: boolean; removal?: boolean; restsOn?: string[]; zone?: string } = {},
  ): Promise<MadePair> {
    const householdId = randomUUID();
    let [personId, agencyChildId] = [randomUUID(), randomUUID()];
    while (isReadTwice({ personId, agencyChildId }) !== (more.twice ?? false))
      [personId, agencyChildId] = [randomUUID(), randomUUID()];
    const childId = `c-${agencyChildId}`;
    const at = new Date();
    const here = { jurisdiction_id: jurisdictionId };
    await insertRow(db.owner, "household", {
      ...here,
      id: householdId,
      caregiver_name: "Parent",
      created_at: at,
    });
    await insertRow(db.owner, "person", {
      ...here,
      ...{
        id: personId,
        household_id: householdId,
        kind: "child",
        first_name: "Wren",
        last_name: "Testcase",
      },
      ...{ birth_date: "2019-03-04", created_at: at },
    });
    await insertRow(db.owner, "agency_child", {
      ...here,
      ...{ id: agencyChildId, child_id: childId, race_codes: [], row_hash: "x", dob: "2019-04-03" },
      ...{ first_name: "Wren", last_name: "Testcaze", family_id: `f-${householdId}`, aliases: "Wren Former" },
    });
    if (more.removal)
      await insertRow(db.owner, "removal", {
        ...here,
        ...{
          id: randomUUID(),
          removal_id: childId,
          child_id: childId,
          entry_date: "2025-01-01",
          row_hash: "x",
        },
      });
    const candidateId = randomUUID();
    await insertRow(db.owner, "link_candidate", {
      ...here,
      ...{
        id: candidateId,
        person_id: personId,
        agency_child_id: agencyChildId,
        weight: 3,
        probability: 0.61,
      },
      ...{
        zone: more.zone ?? "review",
        rule: "birth_date",
        state: "open",
        why_open: "uncertain",
        found_at: at,
      },
      ...{ person_hash: "as found", child_hash: "as found", priority: 1 },
      evidence: JSON.stringify({
        lines: [{ comparison: "first_name", level: "exact", stranger: 9.1, household: 3.2 }],
        restsOn: more.restsOn ?? [],
      }),
    });
    return { candidateId, personId, agencyChildId, childId, householdId };
  }

  const answer = async (reader: Actor, { candidateId }: MadePair, said: Said) => {
    const { personHash, childHash } = await as(reader, (ctx) => linkage.readPair(ctx, { candidateId }));
    return as(reader, (ctx) => linkage.decidePair(ctx, { candidateId, personHash, childHash, ...said }));
  };
  const linkOf = ({ personId }: MadePair) =>
    query<{ agency_child_id: string; rule: string }>(
      "select agency_child_id::text, rule from person_link where person_id = $1",
      [personId],
    );

  return { reader, as, query, makePair, answer, linkOf };
}
