import { inTransaction } from "~/db/transaction.server";
import type { Prisma } from "~/db/generated/client";
import { fixedClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { linkPersons } from "~/domain/linkage/index.server";
import { importRecords } from "~/domain/reports/index.server";
import type { RecordBatch } from "~/domain/reports/agency-record";
import { inventHistory, type History } from "./invent-history";

/** The last day of the invented extract, and the instant at which the story stands. */
const extractThrough = "2026-11-15";
const clock = fixedClock("2026-11-16T11:00:00Z");
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

async function* recordBatches(history: History): AsyncGenerator<RecordBatch> {
  yield { table: "children", rows: history.children };
  yield { table: "reports", rows: history.reports };
  yield { table: "removals", rows: history.removals };
}

/**
 * Four invented years before the story: families referred since March 2023, and the agency's records that came back about
 * most of them. The bulk of referrals is written as rows (2,000 referrals through the operations would take minutes); the
 * records go through the import and the linkage like any extract. Deterministic; repeating it adds nothing.
 */
export async function seedAgencyRecords(jurisdictionId: string): Promise<void> {
  const history = inventHistory(jurisdictionId);
  const actor = { kind: "system" as const, name: "seed", jurisdictionId };
  await inTransaction(
    { jurisdictionId, actorId: "seed" },
    async (tx) => {
      if (await tx.organization.findUnique({ where: { id: history.organizationId } })) return;
      const ctx: Ctx = { actor, tx, clock };
      await writeProvider(tx, history, jurisdictionId);
      await writeReferrals(tx, history);
      await importRecords(ctx, {
        source: "invented extract",
        dataThrough: extractThrough,
        batches: recordBatches(history),
        refused: () => 0,
      });
      await linkPersons(ctx);
    },
    { timeout: 120_000 },
  );
}
