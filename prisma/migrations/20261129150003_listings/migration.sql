-- Listings: programs, services, their places, hours, areas, needs and openings.

CREATE TYPE "service_status" AS ENUM ('active', 'inactive', 'defunct', 'temporarily_closed');
CREATE TYPE "listing_state" AS ENUM ('draft', 'in_review', 'published', 'unpublished', 'do_not_list');
CREATE TYPE "capacity_status" AS ENUM ('open', 'waitlist', 'full', 'assess_first');
CREATE TYPE "address_visibility" AS ENUM ('full', 'partial', 'hidden');

CREATE TABLE "program" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "alternate_name" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "import_hash" TEXT,
    "last_modified" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "program_organization_id_idx" ON "program"("organization_id");
CREATE UNIQUE INDEX "program_jurisdiction_id_source_source_id_key" ON "program"("jurisdiction_id", "source", "source_id");

CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "program_id" UUID,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "alternate_name" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "family_text" JSONB NOT NULL DEFAULT '{}',
    "url" TEXT,
    "email" TEXT,
    "status" "service_status" NOT NULL DEFAULT 'active',
    "listing_state" "listing_state" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "interpretation_services" TEXT,
    "application_process" TEXT,
    "fees_description" TEXT,
    "is_free" BOOLEAN,
    "eligibility_description" TEXT,
    "child_age_min_months" INTEGER,
    "child_age_max_months" INTEGER,
    "accepts_screened_out" BOOLEAN,
    "accepts_court_ordered" BOOLEAN,
    "accepts_self_referral" BOOLEAN,
    "accepts_referrals" BOOLEAN NOT NULL DEFAULT true,
    "needs_signed_release" BOOLEAN NOT NULL DEFAULT false,
    "accreditations" TEXT,
    "alert" TEXT,
    "need_codes" TEXT[],
    "staff_languages" TEXT[],
    "interpreter_languages" TEXT[],
    "delivery_modes" TEXT[],
    "times_of_day" TEXT[],
    "model_name" TEXT,
    "planned_sessions" INTEGER,
    "planned_weeks" INTEGER,
    "evidence_rating" TEXT,
    "evidence_area" TEXT,
    "evidence_reviewed_on" DATE,
    "protective_factors" TEXT[],
    "transport_offered" TEXT[],
    "childcare_on_site" BOOLEAN,
    "capacity_status" "capacity_status",
    "capacity_available" INTEGER,
    "capacity_as_of" TIMESTAMPTZ(3),
    "capacity_source" TEXT,
    "waitlist_days" INTEGER,
    "waitlist_length" INTEGER,
    "assured_at" TIMESTAMPTZ(3),
    "assured_by_user_id" UUID,
    "sections" JSONB NOT NULL DEFAULT '{}',
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "import_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_modified" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "wait_time" TEXT,
    "fees" TEXT,
    "licenses" TEXT,
    "minimum_age" DOUBLE PRECISION,
    "maximum_age" DOUBLE PRECISION,
    "source_assured_on" DATE,
    "source_assurer_email" TEXT,
    "model_manual_version" TEXT,
    "planned_minutes" INTEGER,
    "evidence_url" TEXT,
    "fidelity_reviewed_on" DATE,
    "desired_outcomes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "dv_safe_intake" BOOLEAN,
    "separate_intake_for_fathers" BOOLEAN,
    "no_id_accepted" BOOLEAN,
    "mandated_reporter_statement" TEXT,
    "merged_into_id" UUID,
    "left_source_at" TIMESTAMPTZ(3),
    "days_to_first_contact" INTEGER,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "service_jurisdiction_id_organization_id_idx" ON "service"("jurisdiction_id", "organization_id");
CREATE UNIQUE INDEX "service_jurisdiction_id_slug_key" ON "service"("jurisdiction_id", "slug");
CREATE UNIQUE INDEX "service_jurisdiction_id_source_source_id_key" ON "service"("jurisdiction_id", "source", "source_id");

CREATE TABLE "location" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID,
    "location_type" TEXT NOT NULL DEFAULT 'physical',
    "name" TEXT,
    "alternate_name" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "transportation" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "approximate" BOOLEAN NOT NULL DEFAULT false,
    "visibility" "address_visibility" NOT NULL DEFAULT 'full',
    "visibility_reason" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "import_hash" TEXT,
    "url" TEXT,
    "external_identifier" TEXT,
    "external_identifier_type" TEXT,

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "location_jurisdiction_id_organization_id_idx" ON "location"("jurisdiction_id", "organization_id");
CREATE UNIQUE INDEX "location_jurisdiction_id_source_source_id_key" ON "location"("jurisdiction_id", "source", "source_id");

CREATE TABLE "service_at_location" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "description" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "service_at_location_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "service_at_location_location_id_idx" ON "service_at_location"("location_id");
CREATE UNIQUE INDEX "service_at_location_service_id_location_id_key" ON "service_at_location"("service_id", "location_id");

CREATE TABLE "service_area" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID,
    "service_at_location_id" UUID,
    "name" TEXT,
    "description" TEXT,
    "extent_type" TEXT NOT NULL DEFAULT 'zip',
    "codes" TEXT[],
    "extent" TEXT,
    "uri" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "service_area_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "service_area_service_at_location_id_idx" ON "service_area"("service_at_location_id");
CREATE INDEX "service_area_service_id_idx" ON "service_area"("service_id");

CREATE TABLE "address" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "attention" TEXT,
    "address1" TEXT NOT NULL,
    "address2" TEXT,
    "city" TEXT NOT NULL,
    "state_province" TEXT NOT NULL,
    "postal_code" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'US',
    "address_type" TEXT NOT NULL DEFAULT 'physical',
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "region" TEXT,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "address_location_id_idx" ON "address"("location_id");
CREATE UNIQUE INDEX "address_jurisdiction_id_source_source_id_key" ON "address"("jurisdiction_id", "source", "source_id");

CREATE TABLE "phone" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID,
    "service_id" UUID,
    "location_id" UUID,
    "service_at_location_id" UUID,
    "contact_id" UUID,
    "number" TEXT NOT NULL,
    "extension" INTEGER,
    "type" TEXT NOT NULL DEFAULT 'voice',
    "description" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "phone_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "phone_service_id_idx" ON "phone"("service_id");
CREATE INDEX "phone_location_id_idx" ON "phone"("location_id");
CREATE INDEX "phone_service_at_location_id_idx" ON "phone"("service_at_location_id");
CREATE INDEX "phone_organization_id_idx" ON "phone"("organization_id");
CREATE INDEX "phone_contact_id_idx" ON "phone"("contact_id");
CREATE UNIQUE INDEX "phone_jurisdiction_id_source_source_id_key" ON "phone"("jurisdiction_id", "source", "source_id");

CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID,
    "service_id" UUID,
    "location_id" UUID,
    "name" TEXT,
    "title" TEXT,
    "department" TEXT,
    "email" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "service_at_location_id" UUID,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "contact_organization_id_idx" ON "contact"("organization_id");
CREATE INDEX "contact_service_id_idx" ON "contact"("service_id");
CREATE INDEX "contact_location_id_idx" ON "contact"("location_id");
CREATE INDEX "contact_service_at_location_id_idx" ON "contact"("service_at_location_id");
CREATE UNIQUE INDEX "contact_jurisdiction_id_source_source_id_key" ON "contact"("jurisdiction_id", "source", "source_id");

CREATE TABLE "schedule" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID,
    "location_id" UUID,
    "service_at_location_id" UUID,
    "kind" TEXT NOT NULL DEFAULT 'regular',
    "schedule_group" TEXT,
    "byday" TEXT[],
    "opens_at" TEXT,
    "closes_at" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "time_zone" TEXT,
    "description" TEXT,
    "dtstart" DATE,
    "utc_offset" DOUBLE PRECISION,
    "until" DATE,
    "count" INTEGER,
    "wkst" TEXT,
    "freq" TEXT,
    "interval" INTEGER,
    "byweekno" TEXT,
    "bymonthday" TEXT,
    "byyearday" TEXT,
    "schedule_link" TEXT,
    "attending_type" TEXT,
    "notes" TEXT,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "schedule_service_at_location_id_idx" ON "schedule"("service_at_location_id");
CREATE INDEX "schedule_service_id_idx" ON "schedule"("service_id");
CREATE INDEX "schedule_location_id_idx" ON "schedule"("location_id");

CREATE TABLE "language" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID,
    "location_id" UUID,
    "phone_id" UUID,
    "code" TEXT,
    "name" TEXT,
    "note" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "language_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "language_service_id_idx" ON "language"("service_id");
CREATE INDEX "language_location_id_idx" ON "language"("location_id");
CREATE INDEX "language_phone_id_idx" ON "language"("phone_id");

CREATE TABLE "cost_option" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "option" TEXT,
    "currency" TEXT,
    "amount" DOUBLE PRECISION,
    "amount_description" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "cost_option_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "cost_option_service_id_idx" ON "cost_option"("service_id");

CREATE TABLE "required_document" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "document" TEXT,
    "uri" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "required_document_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "required_document_service_id_idx" ON "required_document"("service_id");

CREATE TABLE "accessibility" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "description" TEXT,
    "details" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "url" TEXT,

    CONSTRAINT "accessibility_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "accessibility_location_id_idx" ON "accessibility"("location_id");

CREATE TABLE "taxonomy" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "uri" TEXT,
    "version" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "jurisdiction_id" UUID,
    "attribution" TEXT,
    "source_id" TEXT,

    CONSTRAINT "taxonomy_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "taxonomy_term" (
    "id" UUID NOT NULL,
    "taxonomy_id" UUID NOT NULL,
    "jurisdiction_id" UUID,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "parent_id" UUID,
    "facet" TEXT,
    "term_uri" TEXT,
    "language" TEXT,
    "taxonomy_word" TEXT,
    "deprecated_at" TIMESTAMPTZ(3),
    "replaced_by_id" UUID,
    "need_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "source_id" TEXT,

    CONSTRAINT "taxonomy_term_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "taxonomy_term_taxonomy_id_code_idx" ON "taxonomy_term"("taxonomy_id", "code");
CREATE INDEX "taxonomy_term_parent_id_idx" ON "taxonomy_term"("parent_id");

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
CREATE INDEX "attribute_link_id_idx" ON "attribute"("link_id");
CREATE INDEX "attribute_jurisdiction_id_taxonomy_term_id_idx" ON "attribute"("jurisdiction_id", "taxonomy_term_id");

CREATE TABLE "capacity_event" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" "capacity_status",
    "available" INTEGER,
    "change" INTEGER,
    "waitlist_days" INTEGER,
    "source" TEXT NOT NULL,
    "actor_id" TEXT,
    "referral_id" UUID,

    CONSTRAINT "capacity_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "capacity_event_service_id_at_idx" ON "capacity_event"("service_id", "at");

CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "data_through" DATE,
    "report" JSONB,
    "state" TEXT NOT NULL DEFAULT 'done',
    "failure" TEXT,
    "file_name" TEXT,
    "progress" JSONB,
    "started_by_id" UUID,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "import_run_jurisdiction_id_kind_started_at_idx" ON "import_run"("jurisdiction_id", "kind", "started_at");

CREATE TABLE "unmet_need" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "need_code" TEXT,
    "area_code" TEXT,
    "language" TEXT,
    "channel" TEXT NOT NULL,

    CONSTRAINT "unmet_need_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "unmet_need_jurisdiction_id_at_idx" ON "unmet_need"("jurisdiction_id", "at");

ALTER TABLE "program" ADD CONSTRAINT "program_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "service" ADD CONSTRAINT "service_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "service" ADD CONSTRAINT "service_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "location" ADD CONSTRAINT "location_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "service_at_location" ADD CONSTRAINT "service_at_location_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "service_at_location" ADD CONSTRAINT "service_at_location_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "service_area" ADD CONSTRAINT "service_area_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "service_area" ADD CONSTRAINT "service_area_service_at_location_id_fkey" FOREIGN KEY ("service_at_location_id") REFERENCES "service_at_location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "address" ADD CONSTRAINT "address_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "phone" ADD CONSTRAINT "phone_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "phone" ADD CONSTRAINT "phone_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "phone" ADD CONSTRAINT "phone_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "phone" ADD CONSTRAINT "phone_service_at_location_id_fkey" FOREIGN KEY ("service_at_location_id") REFERENCES "service_at_location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "phone" ADD CONSTRAINT "phone_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contact" ADD CONSTRAINT "contact_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contact" ADD CONSTRAINT "contact_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contact" ADD CONSTRAINT "contact_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contact" ADD CONSTRAINT "contact_service_at_location_id_fkey" FOREIGN KEY ("service_at_location_id") REFERENCES "service_at_location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_service_at_location_id_fkey" FOREIGN KEY ("service_at_location_id") REFERENCES "service_at_location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "language" ADD CONSTRAINT "language_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "language" ADD CONSTRAINT "language_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "language" ADD CONSTRAINT "language_phone_id_fkey" FOREIGN KEY ("phone_id") REFERENCES "phone"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "cost_option" ADD CONSTRAINT "cost_option_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "required_document" ADD CONSTRAINT "required_document_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "accessibility" ADD CONSTRAINT "accessibility_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "taxonomy_term" ADD CONSTRAINT "taxonomy_term_taxonomy_id_fkey" FOREIGN KEY ("taxonomy_id") REFERENCES "taxonomy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "taxonomy_term" ADD CONSTRAINT "taxonomy_term_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "taxonomy_term"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "attribute" ADD CONSTRAINT "attribute_taxonomy_term_id_fkey" FOREIGN KEY ("taxonomy_term_id") REFERENCES "taxonomy_term"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "capacity_event" ADD CONSTRAINT "capacity_event_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written from here -----------------------------------------------------------------------------------------
create index hand_service_due on service (jurisdiction_id, capacity_as_of, assured_at) where listing_state = 'published';
create index hand_service_merged on service (merged_into_id) where merged_into_id is not null;
