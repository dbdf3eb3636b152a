import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";

/** What the agency and the directory are about: no family. */
export const agencyEntities: readonly string[] = [
  ...[
    "Jurisdiction",
    "Organization",
    "organization",
    "OrganizationClaim",
    "Membership",
    "Invitation",
    "User",
  ],
  ...[
    "Service",
    "service",
    "phone",
    "ListingConcern",
    "FieldChange",
    "DuplicatePair",
    "CodeListEntry",
    "Area",
  ],
  ...["ImportRun", "ImportConflict", "MeasureRun", "LinkRun", "AuditEntry"],
];

/**
 * True for an entry `a` unless it tells what a victim service or substance use program does with a family: nobody but its
 * own people may know (domain.md 5).
 */
export function notSealed(ctx: Ctx): Prisma.Sql {
  const sealed = Prisma.sql`(select o.id from organization o left join organization m on m.id = o.merged_into_id
    where o.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid
    and (o.victim_service_provider or o.part2_program or m.victim_service_provider or m.part2_program))`;
  const is = (table: Prisma.Sql, organization: Prisma.Sql) =>
    Prisma.sql`exists (select 1 from ${table} r where r.id = a.entity_id::uuid and r.${organization} in ${sealed})`;
  return Prisma.sql`(a.entity = any (${agencyEntities}) or not (
    coalesce(a.actor_id in (select m.user_id::text from membership m where m.organization_id in ${sealed}), false)
    or case when a.entity_id is null then false
      when a.entity = 'ServiceReferral' then ${is(Prisma.sql`service_referral`, Prisma.sql`receiving_organization_id`)}
      when a.entity = 'Enrollment' then ${is(Prisma.sql`enrollment`, Prisma.sql`organization_id`)}
      when a.entity = 'AnswerLink' then ${is(Prisma.sql`answer_link`, Prisma.sql`organization_id`)}
      when a.entity = 'Consent' then ${is(Prisma.sql`consent`, Prisma.sql`recipient_organization_id`)}
      when a.entity = 'OutboxMessage' then ${is(Prisma.sql`outbox_message`, Prisma.sql`to_organization_id`)}
      else false end))`;
}
