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
  const { fixedClock } = await import("../../../app/domain/kernel/clock");
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
  // The nearest working day, so that the test holds on a Sunday too.
  const day = new Date();
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() - 1);
  day.setUTCHours(15);
  const before = new Date();
  const actor = { kind: "system" as const, name: "listing-checks", jurisdictionId: harbor };
  const clock = fixedClock(day.toISOString());
  await inTransaction({ jurisdictionId: harbor }, (tx) => askAboutListings({ actor, tx, clock }), { prisma });
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
