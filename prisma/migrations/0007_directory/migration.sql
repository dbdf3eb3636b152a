
-- DropIndex
DROP INDEX "taxonomy_source_key";

-- DropIndex
DROP INDEX "taxonomy_term_taxonomy_id_code_key";

-- AlterTable
ALTER TABLE "accessibility" ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'portal',
ADD COLUMN     "source_id" TEXT,
ADD COLUMN     "url" TEXT;

-- AlterTable
ALTER TABLE "address" ADD COLUMN     "region" TEXT;

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "service_at_location_id" UUID;

-- AlterTable
ALTER TABLE "cost_option" ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'portal',
ADD COLUMN     "source_id" TEXT,
ADD COLUMN     "valid_from" DATE,
ADD COLUMN     "valid_to" DATE,
ALTER COLUMN "amount" SET DATA TYPE DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "language" ADD COLUMN     "location_id" UUID,
ADD COLUMN     "phone_id" UUID,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'portal',
ADD COLUMN     "source_id" TEXT,
ALTER COLUMN "service_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "listing_concern" ADD COLUMN     "asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "resolution" TEXT,
ADD COLUMN     "resolved_by_id" UUID;

-- AlterTable
ALTER TABLE "location" ADD COLUMN     "external_identifier" TEXT,
ADD COLUMN     "external_identifier_type" TEXT,
ADD COLUMN     "url" TEXT;

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "agreement_reference" TEXT,
ADD COLUMN     "agreement_signed_on" DATE,
ADD COLUMN     "contract_number" TEXT,
ADD COLUMN     "left_source_at" TIMESTAMPTZ(3),
ADD COLUMN     "logo" TEXT,
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "uri" TEXT,
ADD COLUMN     "vetted_until" DATE;

-- AlterTable
ALTER TABLE "program" ADD COLUMN     "last_modified" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "required_document" ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'portal',
ADD COLUMN     "source_id" TEXT;

-- AlterTable
ALTER TABLE "schedule" ADD COLUMN     "attending_type" TEXT,
ADD COLUMN     "bymonthday" TEXT,
ADD COLUMN     "byweekno" TEXT,
ADD COLUMN     "byyearday" TEXT,
ADD COLUMN     "closed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "count" INTEGER,
ADD COLUMN     "dtstart" DATE,
ADD COLUMN     "freq" TEXT,
ADD COLUMN     "interval" INTEGER,
ADD COLUMN     "notes" TEXT,
ADD COLUMN     "schedule_link" TEXT,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'portal',
ADD COLUMN     "source_id" TEXT,
ADD COLUMN     "until" DATE,
ADD COLUMN     "utc_offset" DOUBLE PRECISION,
ADD COLUMN     "wkst" TEXT;

-- AlterTable
ALTER TABLE "service" ADD COLUMN     "desired_outcomes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "dv_safe_intake" BOOLEAN,
ADD COLUMN     "evidence_url" TEXT,
ADD COLUMN     "fees" TEXT,
ADD COLUMN     "fidelity_reviewed_on" DATE,
ADD COLUMN     "left_source_at" TIMESTAMPTZ(3),
ADD COLUMN     "licenses" TEXT,
ADD COLUMN     "mandated_reporter_statement" TEXT,
ADD COLUMN     "maximum_age" DOUBLE PRECISION,
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "minimum_age" DOUBLE PRECISION,
ADD COLUMN     "model_manual_version" TEXT,
ADD COLUMN     "no_id_accepted" BOOLEAN,
ADD COLUMN     "planned_minutes" INTEGER,
ADD COLUMN     "separate_intake_for_fathers" BOOLEAN,
ADD COLUMN     "source_assured_on" DATE,
ADD COLUMN     "source_assurer_email" TEXT,
ADD COLUMN     "wait_time" TEXT;

-- AlterTable
ALTER TABLE "service_area" ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'portal',
ADD COLUMN     "source_id" TEXT,
ADD COLUMN     "uri" TEXT,
ALTER COLUMN "extent" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "taxonomy" ADD COLUMN     "attribution" TEXT,
ADD COLUMN     "jurisdiction_id" UUID,
ADD COLUMN     "source_id" TEXT,
ALTER COLUMN "source" SET DEFAULT 'portal';

-- AlterTable
ALTER TABLE "taxonomy_term" ADD COLUMN     "deprecated_at" TIMESTAMPTZ(3),
ADD COLUMN     "jurisdiction_id" UUID,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "need_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "replaced_by_id" UUID,
ADD COLUMN     "source_id" TEXT,
ADD COLUMN     "taxonomy_word" TEXT,
ADD COLUMN     "term_uri" TEXT,
ALTER COLUMN "code" DROP NOT NULL;


-- CreateTable
CREATE TABLE "eligibility_rule" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "codes" TEXT[],
    "minimum" DOUBLE PRECISION,
    "maximum" DOUBLE PRECISION,
    "note" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "eligibility_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID,
    "service_id" UUID,
    "funding_source" TEXT,
    "code" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "funding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_identifier" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "identifier_scheme" TEXT,
    "identifier_type" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "organization_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "url" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID,
    "service_id" UUID,
    "label" TEXT,
    "url" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "url_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scheme" TEXT,
    "identifier" TEXT,
    "uri" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_capacity" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "available" DOUBLE PRECISION NOT NULL,
    "maximum" DOUBLE PRECISION,
    "description" TEXT,
    "updated" TIMESTAMPTZ(3) NOT NULL,
    "age_min_months" INTEGER,
    "age_max_months" INTEGER,
    "language" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "service_capacity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meta_table_description" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "name" TEXT,
    "language" TEXT,
    "character_set" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "meta_table_description_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field_change" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID,
    "organization_id" UUID,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "previous" TEXT,
    "replacement" TEXT,
    "changed_by" TEXT NOT NULL,
    "actor_id" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "field_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing_check" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "listing_version" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "listing_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_claim" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'asked',
    "name" TEXT NOT NULL,
    "title" TEXT,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "second_name" TEXT,
    "second_email" TEXT,
    "words" TEXT NOT NULL DEFAULT '',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision_reason" TEXT,
    "agreement_reference" TEXT,
    "agreement_signed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organization_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "service_id" UUID,
    "proposed" JSONB NOT NULL DEFAULT '{}',
    "words" TEXT NOT NULL DEFAULT '',
    "contact_email" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision_reason" TEXT,
    "result_service_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_conflict" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "import_run_id" UUID,
    "source" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "service_id" UUID,
    "field" TEXT NOT NULL,
    "ours" TEXT,
    "theirs" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision" TEXT,

    CONSTRAINT "import_conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_pair" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "evidence" JSONB NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    CONSTRAINT "duplicate_pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merge" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_user_id" UUID,
    "undo" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_list_entry" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name_en" TEXT,
    "name_es" TEXT,
    "synonyms_en" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "synonyms_es" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "deprecated_at" TIMESTAMPTZ(3),
    "replaced_by" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "code_list_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribute" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "link_entity" TEXT NOT NULL,
    "link_id" UUID NOT NULL,
    "taxonomy_term_id" UUID,
    "link_type" TEXT,
    "value" TEXT,
    "label" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "attribute_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "eligibility_rule_service_id_idx" ON "eligibility_rule"("service_id");

-- CreateIndex
CREATE INDEX "funding_service_id_idx" ON "funding"("service_id");

-- CreateIndex
CREATE INDEX "funding_organization_id_idx" ON "funding"("organization_id");

-- CreateIndex
CREATE INDEX "organization_identifier_organization_id_idx" ON "organization_identifier"("organization_id");

-- CreateIndex
CREATE INDEX "url_service_id_idx" ON "url"("service_id");

-- CreateIndex
CREATE INDEX "url_organization_id_idx" ON "url"("organization_id");

-- CreateIndex
CREATE INDEX "unit_jurisdiction_id_idx" ON "unit"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "service_capacity_service_id_idx" ON "service_capacity"("service_id");

-- CreateIndex
CREATE INDEX "meta_table_description_jurisdiction_id_idx" ON "meta_table_description"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "field_change_jurisdiction_id_service_id_at_idx" ON "field_change"("jurisdiction_id", "service_id", "at");

-- CreateIndex
CREATE INDEX "field_change_entity_id_idx" ON "field_change"("entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "listing_check_token_hash_key" ON "listing_check"("token_hash");

-- CreateIndex
CREATE INDEX "listing_check_jurisdiction_id_service_id_sent_at_idx" ON "listing_check"("jurisdiction_id", "service_id", "sent_at");

-- CreateIndex
CREATE INDEX "listing_check_jurisdiction_id_organization_id_sent_at_idx" ON "listing_check"("jurisdiction_id", "organization_id", "sent_at");

-- CreateIndex
CREATE INDEX "organization_claim_jurisdiction_id_status_asked_at_idx" ON "organization_claim"("jurisdiction_id", "status", "asked_at");

-- CreateIndex
CREATE INDEX "organization_claim_organization_id_idx" ON "organization_claim"("organization_id");

-- CreateIndex
CREATE INDEX "suggestion_jurisdiction_id_status_at_idx" ON "suggestion"("jurisdiction_id", "status", "at");

-- CreateIndex
CREATE INDEX "import_conflict_jurisdiction_id_decided_at_idx" ON "import_conflict"("jurisdiction_id", "decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_conflict_jurisdiction_id_entity_id_field_source_key" ON "import_conflict"("jurisdiction_id", "entity_id", "field", "source");

-- CreateIndex
CREATE INDEX "duplicate_pair_jurisdiction_id_status_idx" ON "duplicate_pair"("jurisdiction_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "duplicate_pair_jurisdiction_id_entity_first_id_second_id_key" ON "duplicate_pair"("jurisdiction_id", "entity", "first_id", "second_id");

-- CreateIndex
CREATE INDEX "merge_jurisdiction_id_at_idx" ON "merge"("jurisdiction_id", "at");

-- CreateIndex
CREATE INDEX "merge_merged_id_idx" ON "merge"("merged_id");

-- CreateIndex
CREATE UNIQUE INDEX "code_list_entry_jurisdiction_id_list_code_key" ON "code_list_entry"("jurisdiction_id", "list", "code");

-- CreateIndex
CREATE INDEX "attribute_link_id_idx" ON "attribute"("link_id");

-- CreateIndex
CREATE INDEX "attribute_jurisdiction_id_taxonomy_term_id_idx" ON "attribute"("jurisdiction_id", "taxonomy_term_id");

-- CreateIndex
CREATE INDEX "contact_service_id_idx" ON "contact"("service_id");

-- CreateIndex
CREATE INDEX "contact_location_id_idx" ON "contact"("location_id");

-- CreateIndex
CREATE INDEX "contact_service_at_location_id_idx" ON "contact"("service_at_location_id");

-- CreateIndex
CREATE INDEX "language_location_id_idx" ON "language"("location_id");

-- CreateIndex
CREATE INDEX "language_phone_id_idx" ON "language"("phone_id");

-- CreateIndex
CREATE INDEX "phone_contact_id_idx" ON "phone"("contact_id");

-- CreateIndex
CREATE INDEX "program_organization_id_idx" ON "program"("organization_id");

-- CreateIndex
CREATE INDEX "schedule_location_id_idx" ON "schedule"("location_id");

-- CreateIndex
CREATE INDEX "taxonomy_term_taxonomy_id_code_idx" ON "taxonomy_term"("taxonomy_id", "code");

-- CreateIndex
CREATE INDEX "taxonomy_term_parent_id_idx" ON "taxonomy_term"("parent_id");

-- AddForeignKey
ALTER TABLE "eligibility_rule" ADD CONSTRAINT "eligibility_rule_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_identifier" ADD CONSTRAINT "organization_identifier_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "url" ADD CONSTRAINT "url_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "url" ADD CONSTRAINT "url_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_capacity" ADD CONSTRAINT "service_capacity_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_capacity" ADD CONSTRAINT "service_capacity_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing_check" ADD CONSTRAINT "listing_check_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_claim" ADD CONSTRAINT "organization_claim_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_service_at_location_id_fkey" FOREIGN KEY ("service_at_location_id") REFERENCES "service_at_location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "language" ADD CONSTRAINT "language_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "language" ADD CONSTRAINT "language_phone_id_fkey" FOREIGN KEY ("phone_id") REFERENCES "phone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribute" ADD CONSTRAINT "attribute_taxonomy_term_id_fkey" FOREIGN KEY ("taxonomy_term_id") REFERENCES "taxonomy_term"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Hand-written from here -----------------------------------------------------------------------------------------
insert into attribute (id, jurisdiction_id, link_entity, link_id, taxonomy_term_id, link_type, value, label)
  select id, jurisdiction_id, 'service', service_id, taxonomy_term_id, link_type, value, label from service_attribute;
drop table service_attribute;

insert into eligibility_rule (id, jurisdiction_id, service_id, kind, codes)
  select gen_random_uuid(), jurisdiction_id, id, 'caregiver_role', array(select jsonb_array_elements_text(eligibility_rules -> 'caregiverRoles'))
  from service where jsonb_typeof(eligibility_rules -> 'caregiverRoles') = 'array' and eligibility_rules -> 'caregiverRoles' <> '[]';

-- Names and addresses of people who speak for a provider, or who suggest something.
alter table organization_claim enable row level security;
create policy tenant on organization_claim using (
  jurisdiction_id = app_jurisdiction() and (app_organization() is null or organization_id = app_organization()));
alter table suggestion enable row level security;
create policy tenant on suggestion using (jurisdiction_id = app_jurisdiction());

revoke update, delete, truncate on field_change from upstream_app;
create trigger append_only before update or delete on field_change for each row execute function refuse_change();
create trigger append_only_whole before truncate on field_change for each statement execute function refuse_change();

create index hand_service_due on service (jurisdiction_id, capacity_as_of, assured_at) where listing_state = 'published';
create index hand_listing_check_open on listing_check (jurisdiction_id, service_id) where used_at is null;
