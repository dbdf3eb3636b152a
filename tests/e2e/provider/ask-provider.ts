import { asSystem } from "../act-as-system";

/**
 * Makes the facts of some of an organization's published listings old, asks about them as the morning's job does, and
 * answers the text of the mail that the portal's own worker wrote, with the first listing's private link, which the
 * kept mail leaves out.
 */
export async function askProvider(organizationId: string, names: readonly string[]): Promise<string> {
  const { askAboutListings } = await import("../../../app/domain/directory/index.server");
  const { isBusinessDay } = await import("../../../app/domain/kernel/business-calendar");
  const { readSettings } = await import("../../../app/domain/organizations/index.server");
  const old = new Date(Date.now() - 80 * 86_400_000);
  await asSystem(async ({ tx }) => {
    await tx.listingCheck.deleteMany({ where: { organizationId } });
    await tx.service.updateMany({
      where: { organizationId, listingState: "published" },
      data: { assuredAt: new Date(), capacityAsOf: new Date() },
    });
    await tx.service.updateMany({
      where: { organizationId, name: { in: [...names] } },
      data: { assuredAt: old, capacityAsOf: old },
    });
  });
  // The nearest working day of the county, so that the test holds on a Sunday and a holiday too.
  const day = new Date();
  const { calendar } = await asSystem(readSettings, day);
  while (!isBusinessDay(calendar, day.toISOString().slice(0, 10))) day.setUTCDate(day.getUTCDate() - 1);
  day.setUTCHours(15);
  const before = new Date();
  await asSystem(askAboutListings, day);
  return `${await readMail(before, names[0] ?? "")}\n${await checkLink(organizationId, names[0] ?? "")}`;
}

async function checkLink(organizationId: string, name: string): Promise<string> {
  const { deriveToken } = await import("../../../app/domain/kernel/derive-token");
  const { id } = await asSystem(({ tx }) =>
    tx.listingCheck.findFirstOrThrow({ where: { organizationId, service: { name } }, select: { id: true } }),
  );
  return `/check/${deriveToken(process.env["SESSION_SECRET"] ?? "", "listing-check", id)}`;
}

/** Others are asked in the same minute, up to a hundred organizations: theirs may go first, and a try that failed waits half a minute. */
async function readMail(since: Date, name: string): Promise<string> {
  for (let tries = 0; tries < 480; tries++) {
    const found = await asSystem(async ({ tx }) => {
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
