import { inTransaction } from "~/db/transaction.server";
import type { StaffActor, SystemActor } from "~/domain/kernel/actor";
import { fixedClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import type { StoryPerson } from "./demo-people";

function shortName(name: string): string {
  const [first = "", last = ""] = name.split(" ");
  return `${first} ${last.charAt(0)}.`;
}

/** A person of the story as the desk would know it. */
export function actorOf(person: StoryPerson, jurisdictionId: string): StaffActor {
  const { id, role, organizationId, teamName, name } = person;
  const membershipId = id.replace("-7000-8000-", "-7000-9000-");
  return {
    kind: "staff",
    userId: id,
    membershipId,
    role,
    jurisdictionId,
    organizationId,
    teamName,
    name: shortName(name),
  };
}

/** Acts as somebody at an instant, in one transaction of its own, as a request would. */
export function actAs<T>(
  actor: StaffActor | SystemActor,
  at: Date,
  run: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const clock = fixedClock(at.toISOString());
  const { jurisdictionId } = actor;
  const organizationId = actor.kind === "staff" ? actor.organizationId : null;
  return inTransaction({ jurisdictionId, organizationId }, (tx) => run({ actor, tx, clock }), {
    timeout: 30_000,
  });
}
