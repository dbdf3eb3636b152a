import { phoneKey } from "../../households/phone-key";
import type { Ctx } from "../../kernel/context";
import { earlier } from "../../kernel/durations";
import { Invalid } from "../../kernel/errors";

/** Requests from the public pages: mailed about with one phone number or e-mail in a day, taken by one program in an hour. */
const most = { contact: 3, program: 30 };

/** What is not mailed of a request that is written all the same. */
export type Quiet = { program: boolean; family: boolean };

type Asked = { serviceId: string; phone: string | null; email: string | null };

/**
 * Caps what public requests can set off. Past three a day with one contact a request is taken like any other, since somebody
 * else may have typed the number of who asks now, and nobody learns from the answer whether it was used: it stands in the
 * program's inbox and in its reminders, but no mail goes out at once, and the family's mailbox gets none once it got three.
 * A program that got thirty within an hour takes no more, whoever asks: Invalid phone: too_many. Requests at once with one
 * contact, or to one program, wait for each other.
 */
export async function capRequests(ctx: Ctx, { serviceId, phone, email }: Asked): Promise<Quiet> {
  const { jurisdictionId } = ctx.actor;
  const number = phoneKey(phone);
  const mailbox = email?.toLowerCase() ?? null;
  const locks = [serviceId, number, mailbox].filter((one) => one !== null).sort();
  for (const one of locks) {
    const name = `self-referral:${jurisdictionId}:${one}`;
    await ctx.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
  }
  const now = ctx.clock.now();
  const [day, hour] = [earlier(now, { days: 1 }), earlier(now, { hours: 1 })];
  const rows = await ctx.tx.$queryRaw<{ contact: number; mailbox: number; program: number }[]>`
    select count(*) filter (where h.phone_key = ${number} or lower(h.email) = ${mailbox})::int as contact,
      count(*) filter (where lower(h.email) = ${mailbox})::int as mailbox,
      count(*) filter (where r.service_id = ${serviceId}::uuid and r.sent_at > ${hour})::int as program
    from service_referral r join household h on h.id = r.household_id
    where r.jurisdiction_id = ${jurisdictionId}::uuid and r.kind = 'self' and r.sent_at > ${day}`;
  const asked = rows[0] ?? { contact: 0, mailbox: 0, program: 0 };
  if (asked.program >= most.program) throw new Invalid({ phone: ["too_many"] });
  return { program: asked.contact >= most.contact, family: asked.mailbox >= most.contact };
}
