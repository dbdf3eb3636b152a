-- AlterTable
ALTER TABLE "jurisdiction" ADD COLUMN     "code_lists_version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "suspended_at" TIMESTAMPTZ(3),
ADD COLUMN     "suspension_reason" TEXT;

-- AlterTable
ALTER TABLE "organization_claim" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "second_title" TEXT;

-- AlterTable
ALTER TABLE "suggestion" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "same_as" TEXT NOT NULL DEFAULT '';

-- Hand-written from here -----------------------------------------------------------------------------------------
-- A merged organization's referrals keep the organization that they were sent to, so that no count changes; the people
-- of the organization that it went into reach them. Written as a sub-select, so that it is read once a statement.
create function app_organizations() returns uuid[] language sql stable parallel safe as
$$ select array_append(array(select id from organization where merged_into_id = app_organization()), app_organization()) $$;

create index hand_organization_merged on organization (merged_into_id) where merged_into_id is not null;
create index hand_service_merged on service (merged_into_id) where merged_into_id is not null;

alter policy tenant on service_referral using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or receiving_organization_id = any ((select app_organizations())::uuid[])));
alter policy tenant on enrollment using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or organization_id = any ((select app_organizations())::uuid[])));
alter policy tenant on consent using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or recipient_organization_id = any ((select app_organizations())::uuid[])));

-- A claim is asked by nobody in particular, and is the agency's alone to read.
alter policy tenant on organization_claim using (jurisdiction_id = app_jurisdiction() and app_organization() is null);
alter policy tenant on suggestion using (jurisdiction_id = app_jurisdiction() and app_organization() is null);

-- Names as duplicates are looked for. unaccent is stable, and an index wants what never changes: the dictionary is named.
create function folded_name(text) returns text language sql immutable parallel safe strict as
$$ select lower(public.unaccent('public.unaccent', $1)) $$;
create index hand_organization_name_trgm on organization using gin (folded_name(name) gin_trgm_ops);
