import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { writeSearchRows } from "./write-search-rows.server";

const schema = z.object({
  services: z.array(z.object({ serviceId: z.uuid(), days: z.number().int().min(0).max(9998) })).max(200_000),
});

/**
 * Keeps how many days families wait for a first try to reach them, as measured from referrals; a program that is not in the
 * list is not known (any more). Search rows of those that changed are written anew. Answers how many. System only.
 */
export async function setFirstContactDays(ctx: Ctx, input: z.input<typeof schema>): Promise<number> {
  whereFor(ctx, "measure_first_contact", "Service");
  const { services } = parseInput(schema, input);
  const { jurisdictionId } = ctx.actor;
  const changed = await ctx.tx.$queryRaw<{ id: string }[]>`
    update service s set days_to_first_contact = told.days
    from (select one.id, given.days from service one
      left join unnest(${services.map((one) => one.serviceId)}::uuid[], ${services.map((one) => one.days)}::int[])
        as given(service_id, days) on given.service_id = one.id
      where one.jurisdiction_id = ${jurisdictionId}::uuid and one.days_to_first_contact is distinct from given.days) as told
    where s.id = told.id and s.jurisdiction_id = ${jurisdictionId}::uuid
    returning s.id`;
  await writeSearchRows(
    ctx,
    changed.map((row) => row.id),
  );
  return changed.length;
}
