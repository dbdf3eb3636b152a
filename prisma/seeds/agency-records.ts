import { inTransaction } from "~/db/transaction.server";
import type { Prisma } from "~/db/generated/client";
import { addDays } from "~/domain/kernel/calendar";
import { fixedClock } from "~/domain/kernel/clock";
import { linkPersons } from "~/domain/linkage/index.server";
import { importRecords } from "~/domain/reports/index.server";
import { lastKnown } from "./agency-knows";
import { demoExtract, demoExtractDays } from "./demo-extracts";
import { inventHistory, type History } from "./invent-history";

/** Extracts come on the morning after their last day. */
const morningAfter = (day: string) => fixedClock(`${addDays(day, 1)}T11:00:00Z`);
const BATCH = 1000;

const toColumn = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows as JSON in one statement a thousand: ten times quicker here than a model write. */
async function writeRows(tx: Prisma.TransactionClient, table: string, rows: object[]): Promise<void> {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = fields.map(toColumn).join(", ");
  for (let i = 0; i < rows.length; i += BATCH) {
    const json = JSON.stringify(
      rows
        .slice(i, i + BATCH)
        .map((row) =>
          Object.fromEntries(Object.entries(row).map(([field, value]) => [toColumn(field), value])),
        ),
    );
    await tx.$executeRawUnsafe(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      json,
    );
  }
}

/** An organization of the past without people who sign in: its families do not stand in anybody's inbox. */
async function writeProvider(
  tx: Prisma.TransactionClient,
  history: History,
  jurisdictionId: string,
): Promise<void> {
  const at = new Date("2023-01-09T15:00:00Z");
  await tx.organization.createMany({
    data: [
      {
        id: history.organizationId,
        jurisdictionId,
        name: "Seagrove Family Partners (earlier years)",
        createdAt: at,
      },
    ],
  });
  await tx.service.createMany({
    data: history.services.map(({ id, name, slug }) => ({
      id,
      jurisdictionId,
      organizationId: history.organizationId,
      name,
      slug,
      listingState: "unpublished" as const,
      status: "inactive" as const,
      createdAt: at,
    })),
  });
}

/** Rows of four years of referrals, written straight: consistent with their events, as the operations would have left them. */
async function writeReferrals(tx: Prisma.TransactionClient, history: History): Promise<void> {
  await writeRows(tx, "household", history.households);
  await writeRows(tx, "person", history.persons);
  await writeRows(tx, "service_referral", history.referrals);
  await writeRows(tx, "referral_event", history.events);
  await writeRows(tx, "enrollment", history.enrollments);
  await writeRows(tx, "attendance_session", history.sessions);
}

async function* eachOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** The extracts that have not come yet, each in a transaction of its own, and the children found in what they say. */
async function bringExtracts(history: History, jurisdictionId: string): Promise<void> {
  const actor = { kind: "system" as const, name: "seed", jurisdictionId };
  const inOwn = <T>(run: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> =>
    inTransaction({ jurisdictionId, actorId: "seed" }, run, { timeout: 120_000 });
  const come = await inOwn((tx) => tx.agencyExtract.count({ where: { jurisdictionId } }));
  for (const day of demoExtractDays.slice(come))
    await inOwn(async (tx) => {
      const ctx = { actor, tx, clock: morningAfter(day) };
      await importRecords(ctx, {
        ...{ source: `invented extract of ${day}`, dataThrough: day, refused: () => 0 },
        batches: eachOf(demoExtract(history.agency, day)),
      });
      if (day === lastKnown) await linkPersons(ctx);
    });
}

/**
 * Four invented years before the story: families referred since March 2023, and the agency's records that came back about
 * most of them, and of others, in three extracts. The bulk of referrals is written as rows (2,000 referrals through the
 * operations would take minutes); the records go through the import and the linkage like any extract. Deterministic;
 * repeating it adds nothing.
 */
export async function seedAgencyRecords(jurisdictionId: string): Promise<void> {
  const history = inventHistory(jurisdictionId);
  await inTransaction(
    { jurisdictionId, actorId: "seed" },
    async (tx) => {
      if (await tx.organization.findUnique({ where: { id: history.organizationId } })) return;
      await writeProvider(tx, history, jurisdictionId);
      await writeReferrals(tx, history);
    },
    { timeout: 120_000 },
  );
  await bringExtracts(history, jurisdictionId);
}
