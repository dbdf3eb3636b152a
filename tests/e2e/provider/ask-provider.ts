import type { Ctx } from "../../../app/domain/kernel/context";
import { reachDesk } from "../desk-people";

const harbor = "0199a000-0000-7000-8000-000000000001";

/**
 * Makes the facts of some of an organization's published listings old, asks about them as the morning's job does, and
 * answers the text of the mail that the portal's own worker wrote.
 */
export async function askProvider(organizationId: string, names: readonly string[]): Promise<string> {
  const { prisma } = await reachDesk();
  const { inTransaction } = await import("../../../app/db/transaction.server");
  const { askAboutListings } = await import("../../../app/domain/directory/index.server");
  const { isBusinessDay } = await import("../../../app/domain/kernel/business-calendar");
  const { fixedClock } = await import("../../../app/domain/kernel/clock");
  const { readSettings } = await import("../../../app/domain/organizations/index.server");
  const old = new Date(Date.now() - 80 * 86_400_000);
  await prisma.listingCheck.deleteMany({ where: { organizationId } });
  await prisma.service.updateMany({
    where: { organizationId, listingState: "published" },
    data: { assuredAt: new Date(), capacityAsOf: new Date() },
  });
  await prisma.service.updateMany({
    where: { organizationId, name: { in: [...names] } },
    data: { assuredAt: old, capacityAsOf: old },
  });
  const actor = { kind: "system" as const, name: "listing-checks", jurisdictionId: harbor };
  const as = <T>(at: Date, run: (ctx: Ctx) => Promise<T>) =>
    inTransaction(
      { jurisdictionId: harbor },
      (tx) => run({ actor, tx, clock: fixedClock(at.toISOString()) }),
      { prisma },
    );
  // The nearest working day of the county, so that the test holds on a Sunday and a holiday too.
  const day = new Date();
  const { calendar } = await as(day, readSettings);
  while (!isBusinessDay(calendar, day.toISOString().slice(0, 10))) day.setUTCDate(day.getUTCDate() - 1);
  day.setUTCHours(15);
  const before = new Date();
  await as(day, askAboutListings);
  return readMail(before, names[0] ?? "");
}

async function readMail(since: Date, name: string): Promise<string> {
  const { prisma } = await reachDesk();
  for (let tries = 0; tries < 60; tries++) {
    const found = await prisma.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('app.jurisdiction_id', ${harbor}, true)`;
      const mails = await tx.outboxMessage.findMany({
        where: { template: "listing-check", status: "sent", sentAt: { gte: since } },
      });
      return mails.find((mail) => mail.text?.includes(name.toUpperCase()))?.text ?? null;
    });
    if (found) return found;
    await new Promise((go) => setTimeout(go, 500));
  }
  throw new Error("the mail was not sent");
}
