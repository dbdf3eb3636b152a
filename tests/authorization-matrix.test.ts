import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "./setup/database";
import {
  type Outcome,
  type Place,
  type RoomRows,
  type Row,
  type Scope,
  everybody,
  makeScopes,
  runAs,
} from "./setup/authorization-matrix";

const doors = import.meta.glob<Record<string, unknown>>("../app/domain/*/index.server.ts", { eager: true });
const files = import.meta.glob<{ default: RoomRows }>("./setup/authorization-rows/*.ts", { eager: true });

const roomOf = (path: string) => path.split("/").at(-2) ?? "";
const rowsOf = (room: string): RoomRows | undefined =>
  files[`./setup/authorization-rows/${room}.ts`]?.default;
const scopes: readonly Scope[] = ["own", "other organization", "other jurisdiction"];

let db: TestDatabase;
let places: Record<Scope, Place>;
beforeAll(async () => {
  db = await testDatabase();
  places = await makeScopes(db);
});

const operations = Object.entries(doors).map(([path, door]) => ({
  room: roomOf(path),
  names: Object.keys(door).filter((name) => typeof door[name] === "function"),
}));

type Targeted = Exclude<Row<unknown>, { inside: string } | { free: string }>;

function expectedFor(row: Targeted, who: (typeof everybody)[number], scope: Scope): Outcome["kind"][] {
  const reach = row.may[who];
  if (!reach) return ["refused", "not_found"];
  if (scope === "own" || ("untargeted" in row && row.untargeted)) return ["allowed"];
  return scope === "other organization" && reach === "jurisdiction" ? ["allowed"] : ["not_found"];
}

/** A list is always given; what counts is whether it holds the scope's row. */
function asList(row: Targeted, outcome: Outcome, target: unknown): Outcome {
  if (!("sees" in row) || outcome.kind !== "allowed") return outcome;
  const seen = row.sees(outcome.result as never).includes(row.row(target));
  return seen ? outcome : { kind: "not_found", why: "not in the list" };
}

describe.each(operations)("$room", ({ room, names }) => {
  const rows = rowsOf(room);
  const targets = new Map<Scope, unknown>();
  beforeAll(async () => {
    for (const scope of scopes) targets.set(scope, await rows?.arrange(places[scope], db.owner));
  });

  it("has a row for every operation of its door, and no other row", () => {
    expect(Object.keys(rows?.rows ?? {}).sort()).toEqual([...names].sort());
  });

  const inner = Object.entries(rows?.rows ?? {}).flatMap(([name, row]) => ("inside" in row ? [name] : []));
  it.each(inner)("keeps its inner operation %s away from pages", (name) => {
    const found = execFileSync("sh", ["-c", `grep -rhoE "\\b${name}\\(" app/routes || true`]).toString();
    expect(found).toBe("");
  });

  const open = Object.entries(rows?.rows ?? {}).flatMap(([name, row]) =>
    "inside" in row || "free" in row ? [] : [{ name, row }],
  );
  it.each(open)("$name: each role, each scope", async ({ row }) => {
    const wrong: string[] = [];
    for (const who of everybody) {
      for (const scope of scopes) {
        const target = targets.get(scope);
        const outcome = asList(row, await runAs(db, who, places.own, row.call, target), target);
        const expected = expectedFor(row, who, scope);
        if (!expected.includes(outcome.kind)) {
          const why = outcome.kind === "allowed" ? "" : outcome.why;
          wrong.push(`${who}, ${scope}: ${outcome.kind} (${why}), not ${expected.join(" or ")}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
