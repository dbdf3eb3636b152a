import type pg from "pg";
import {
  type Actor,
  type FamilyActor,
  type MailLinkActor,
  type PublicActor,
  type Role,
  roles,
  actorStamp,
} from "../../app/domain/kernel/actor";
import { systemClock } from "../../app/domain/kernel/clock";
import type { Ctx } from "../../app/domain/kernel/context";
import { DomainError } from "../../app/domain/kernel/errors";
import type { TestDatabase } from "./database";

export type Who = Role | "family" | "mail_link" | "public";
export const everybody: readonly Who[] = [...roles, "family", "mail_link", "public"];
/** Everybody but whoever holds the link of one notice, which opens nothing else. */
export const readers: readonly Who[] = everybody.filter((who) => who !== "mail_link");
export type Reach = "own" | "jurisdiction";
export type Scope = "own" | "other organization" | "other jurisdiction";

/** A scope's place: everything here belongs together and to nobody else. */
export type Place = {
  jurisdictionId: string;
  organizationId: string;
  serviceId: string;
  userId: string;
  householdId: string;
  linkId: string;
  /** The membership of a worker of the organization. */
  leaverId?: string;
  /** The notice's link of a referral that was sent here, and that referral. */
  answer?: { linkId: string; referralId: string };
};

export type Row<T> =
  | { inside: string }
  | { free: string }
  | { may: Partial<Record<Who, Reach>>; untargeted: true; call: (ctx: Ctx, target: T) => Promise<unknown> }
  | { may: Partial<Record<Who, Reach>>; untargeted?: false; call: (ctx: Ctx, target: T) => Promise<unknown> }
  | {
      may: Partial<Record<Who, Reach>>;
      call: (ctx: Ctx, target: T) => Promise<unknown>;
      sees: (result: never) => string[];
      row: (target: T) => string;
    };
export type RoomRows<T = unknown> = {
  arrange: (place: Place, owner: pg.Pool) => Promise<T>;
  rows: Record<string, Row<T>>;
};

/** Keeps the type of `arrange`'s answer in every call. */
export function defineRows<T>(room: RoomRows<T>): RoomRows {
  return room as unknown as RoomRows;
}

export type Outcome =
  | { kind: "allowed"; result: unknown }
  | { kind: "refused" | "not_found" | "unexpected"; why: string };

class RollBack extends Error {
  constructor(readonly result: unknown) {
    super("rolled back");
  }
}

function actorOf(who: Who, place: Place): Actor {
  const { jurisdictionId, householdId, linkId, userId } = place;
  if (who === "public") return { kind: "public", jurisdictionId } satisfies PublicActor;
  if (who === "family") return { kind: "family", linkId, householdId, jurisdictionId } satisfies FamilyActor;
  if (who === "mail_link")
    return {
      kind: who,
      linkId: place.answer?.linkId ?? linkId,
      referralId: place.answer?.referralId ?? linkId,
      organizationId: place.organizationId,
      homeOrganizationId: place.organizationId,
      jurisdictionId,
      person: { userId, role: "provider_worker", name: "Test P." },
    } satisfies MailLinkActor;
  const provider = who === "provider_worker" || who === "provider_manager";
  const organizationId = provider ? place.organizationId : null;
  const person = { userId, membershipId: userId, teamName: "Test line", name: "Test P." };
  return { kind: "staff", role: who, jurisdictionId, organizationId, ...person };
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof RollBack) return { kind: "allowed", result: error.result };
  if (error instanceof DomainError && error.code === "not_found")
    return { kind: "not_found", why: error.message };
  if (error instanceof DomainError && error.code === "forbidden")
    return { kind: "refused", why: error.message };
  const fields = error instanceof DomainError ? JSON.stringify(error) : "";
  return {
    kind: "unexpected",
    why: `${error instanceof Error ? `${error.name}: ${error.message}` : String(error)} ${fields}`,
  };
}

/** Runs one call as one of the actors of `place`, in its own transaction under row-level security, and takes it back. */
export async function runAs<T>(
  db: TestDatabase,
  who: Who,
  place: Place,
  call: (ctx: Ctx, target: T) => Promise<unknown>,
  target: T,
): Promise<Outcome> {
  const actor = actorOf(who, place);
  const organizationId = actor.kind === "staff" || actor.kind === "mail_link" ? actor.organizationId : null;
  try {
    const { actorId } = actorStamp(actor);
    await db.inTransaction({ jurisdictionId: place.jurisdictionId, organizationId, actorId }, async (tx) => {
      throw new RollBack(await call({ actor, tx, clock: systemClock }, target));
    });
  } catch (error) {
    return outcomeOf(error);
  }
  throw new Error("a transaction that throws must not commit");
}

async function insert(owner: pg.Pool, table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row);
  const marks = names.map((_, index) => `$${index + 1}`);
  const columns = names.map((name) => `"${name}"`).join(", ");
  await owner.query(`insert into "${table}" (${columns}) values (${marks.join(", ")})`, Object.values(row));
}
export { insert as insertRow };

const id = (last: string) => `00000000-0000-7000-8000-${last.padStart(12, "0")}`;

/** One organization with a published program, one person, one family. */
async function makePlace(owner: pg.Pool, jurisdictionId: string, mark: string): Promise<Place> {
  const place: Place = {
    jurisdictionId,
    organizationId: id(`${mark}01`),
    serviceId: id(`${mark}02`),
    userId: id(`${mark}03`),
    householdId: id(`${mark}04`),
    linkId: id(`${mark}05`),
  };
  const now = new Date();
  const { organizationId, serviceId, userId, householdId, linkId } = place;
  const email = `desk-${mark}@example.test`;
  await insert(owner, "organization", {
    id: organizationId,
    jurisdiction_id: jurisdictionId,
    name: `Org ${mark}`,
    email,
    status: "active",
  });
  await insert(owner, "user", {
    id: userId,
    name: `Person ${mark}`,
    email: `person-${mark}@example.test`,
    updated_at: now,
  });
  await insert(owner, "service", {
    id: serviceId,
    jurisdiction_id: jurisdictionId,
    organization_id: organizationId,
    slug: `program-${mark}`,
    name: `Program ${mark}`,
    listing_state: "published",
    published_at: now,
    assured_at: now,
    need_codes: [],
    staff_languages: ["en"],
    interpreter_languages: [],
    delivery_modes: [],
    times_of_day: [],
    protective_factors: [],
    transport_offered: [],
    capacity_available: 3,
    capacity_status: "open",
    capacity_as_of: now,
  });
  place.leaverId = id(`${mark}1${roles.indexOf("provider_worker")}`);
  for (const role of roles) {
    const provider = role.startsWith("provider_");
    await insert(owner, "membership", {
      id: id(`${mark}1${roles.indexOf(role)}`),
      jurisdiction_id: jurisdictionId,
      user_id: userId,
      role,
      organization_id: provider ? organizationId : null,
    });
  }
  await insert(owner, "household", {
    id: householdId,
    jurisdiction_id: jurisdictionId,
    caregiver_name: `Caregiver ${mark}`,
    contact_way: "will_call",
    created_at: now,
    created_by_id: userId,
  });
  await insert(owner, "family_link", {
    id: linkId,
    jurisdiction_id: jurisdictionId,
    household_id: householdId,
    token_hash: `hash-${mark}`,
    created_at: now,
    expires_at: new Date(now.getTime() + 86_400_000),
  });
  return place;
}

/** The three scopes of the matrix. */
export async function makeScopes(db: TestDatabase): Promise<Record<Scope, Place>> {
  const [here, elsewhere] = [id("a0"), id("b0")];
  await insert(db.owner, "jurisdiction", { id: here, slug: "matrix-here", name: "Here" });
  await insert(db.owner, "jurisdiction", { id: elsewhere, slug: "matrix-elsewhere", name: "Elsewhere" });
  return {
    own: await makePlace(db.owner, here, "a1"),
    "other organization": await makePlace(db.owner, here, "a2"),
    "other jurisdiction": await makePlace(db.owner, elsewhere, "b1"),
  };
}
