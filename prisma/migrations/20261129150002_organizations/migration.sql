-- Jurisdictions, organizations, and who works for them.

CREATE TYPE "organization_status" AS ENUM ('unclaimed', 'active', 'suspended');

CREATE TABLE "jurisdiction" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT 'Family Support Referrals',
    "time_zone" TEXT NOT NULL DEFAULT 'America/New_York',
    "support_phone" TEXT,
    "crisis_phone" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "settings_version" INTEGER NOT NULL DEFAULT 1,
    "code_lists_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jurisdiction_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "jurisdiction_slug_key" ON "jurisdiction"("slug");

CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "alternate_name" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "website" TEXT,
    "tax_id" TEXT,
    "tax_status" TEXT,
    "legal_status" TEXT,
    "year_incorporated" INTEGER,
    "parent_organization_id" UUID,
    "status" "organization_status" NOT NULL DEFAULT 'unclaimed',
    "victim_service_provider" BOOLEAN NOT NULL DEFAULT false,
    "part2_program" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "import_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_modified" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "logo" TEXT,
    "uri" TEXT,
    "contract_number" TEXT,
    "vetted_until" DATE,
    "agreement_reference" TEXT,
    "agreement_signed_on" DATE,
    "merged_into_id" UUID,
    "suspended_at" TIMESTAMPTZ(3),
    "suspension_reason" TEXT,
    "left_source_at" TIMESTAMPTZ(3),

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "organization_jurisdiction_id_name_idx" ON "organization"("jurisdiction_id", "name");
CREATE UNIQUE INDEX "organization_jurisdiction_id_source_source_id_key" ON "organization"("jurisdiction_id", "source", "source_id");

CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "organization_id" UUID,
    "team_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");
CREATE INDEX "membership_jurisdiction_id_organization_id_idx" ON "membership"("jurisdiction_id", "organization_id");
CREATE UNIQUE INDEX "membership_jurisdiction_id_user_id_role_organization_id_key" ON "membership"("jurisdiction_id", "user_id", "role", "organization_id");

ALTER TABLE "organization" ADD CONSTRAINT "organization_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "organization" ADD CONSTRAINT "organization_parent_organization_id_fkey" FOREIGN KEY ("parent_organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "membership" ADD CONSTRAINT "membership_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here -----------------------------------------------------------------------------------------
-- A merged organization's referrals keep the organization that they were sent to, so that no count changes; the people
-- of the organization that it went into reach them. Written as a sub-select, so that it is read once a statement.
create function app_organizations() returns uuid[] language sql stable parallel safe as
$$ select array_append(array(select id from organization where merged_into_id = app_organization()), app_organization()) $$;
create index hand_organization_merged on organization (merged_into_id) where merged_into_id is not null;

-- Names as duplicates are looked for. unaccent is stable, and an index wants what never changes: the dictionary is named.
create function folded_name(text) returns text language sql immutable parallel safe strict as
$$ select lower(public.unaccent('public.unaccent', $1)) $$;
create index hand_organization_name_trgm on organization using gin (folded_name(name) gin_trgm_ops);

-- The table's own uniqueness lets a role without organization be given twice.
create unique index hand_membership_once on membership (jurisdiction_id, user_id, role)
  where organization_id is null and ended_at is null;
