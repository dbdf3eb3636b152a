-- Every file of the agency's extract has its table, and a child what linkage may go by.

ALTER TABLE "agency_child" ADD COLUMN "street_number" TEXT,
ADD COLUMN "street" TEXT,
ADD COLUMN "unit" TEXT,
ADD COLUMN "city" TEXT,
ADD COLUMN "postcode" TEXT,
ADD COLUMN "state" TEXT,
ADD COLUMN "phone" TEXT,
ADD COLUMN "email" TEXT,
ADD COLUMN "afcars_id" TEXT,
ADD COLUMN "siblings_in_care" INTEGER,
ADD COLUMN "siblings_in_same_home" INTEGER;

CREATE TABLE "placement" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "removal_id" TEXT NOT NULL,
    "start_date" DATE NOT NULL,
    "setting" TEXT,
    "home_id" TEXT,
    "relative_flag" BOOLEAN,
    "kin_flag" BOOLEAN,
    "county" TEXT,
    "import_run_id" UUID,
    "row_hash" TEXT NOT NULL,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sibling_link" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "child_id" TEXT NOT NULL,
    "sibling_child_id" TEXT NOT NULL,
    "relation" TEXT,
    "import_run_id" UUID,
    "row_hash" TEXT NOT NULL,

    CONSTRAINT "sibling_link_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "population_count" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "county" TEXT,
    "age_band" TEXT,
    "race" TEXT,
    "count" INTEGER NOT NULL,
    "import_run_id" UUID,
    "row_hash" TEXT NOT NULL,

    CONSTRAINT "population_count_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "prevention_service_span" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "child_id" TEXT NOT NULL,
    "plan_date" DATE,
    "candidacy_type" TEXT,
    "practice_id" TEXT,
    "start_date" DATE,
    "end_date" DATE,
    "cost" DECIMAL(12,2),
    "provider_id" TEXT,
    "import_run_id" UUID,
    "row_hash" TEXT NOT NULL,

    CONSTRAINT "prevention_service_span_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "agency_contact" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "child_id" TEXT NOT NULL,
    "contact_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT,
    "method" TEXT,
    "status" TEXT,
    "in_residence" BOOLEAN,
    "import_run_id" UUID,
    "row_hash" TEXT NOT NULL,

    CONSTRAINT "agency_contact_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "agency_case" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "child_id" TEXT NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE,
    "in_home" BOOLEAN,
    "import_run_id" UUID,
    "row_hash" TEXT NOT NULL,

    CONSTRAINT "agency_case_pkey" PRIMARY KEY ("id")
);

-- An empty part of a key is a value as any: the same row again is the same row (PostgreSQL 15).
CREATE UNIQUE INDEX "placement_jurisdiction_id_removal_id_start_date_home_id_key" ON "placement"("jurisdiction_id", "removal_id", "start_date", "home_id") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "sibling_link_jurisdiction_id_child_id_sibling_child_id_key" ON "sibling_link"("jurisdiction_id", "child_id", "sibling_child_id");
CREATE UNIQUE INDEX "population_count_jurisdiction_id_year_county_age_band_race_key" ON "population_count"("jurisdiction_id", "year", "county", "age_band", "race") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "prevention_service_span_jurisdiction_id_child_id_plan_date__key" ON "prevention_service_span"("jurisdiction_id", "child_id", "plan_date", "practice_id", "start_date", "provider_id") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "agency_contact_jurisdiction_id_child_id_contact_at_kind_met_key" ON "agency_contact"("jurisdiction_id", "child_id", "contact_at", "kind", "method") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "agency_case_jurisdiction_id_child_id_start_date_key" ON "agency_case"("jurisdiction_id", "child_id", "start_date");

-- The agency's own side: no provider has a row here. Of a population everybody at the agency may read.
do $$
declare side text;
begin
  foreach side in array array['placement', 'sibling_link', 'population_count', 'prevention_service_span', 'agency_contact', 'agency_case']
  loop
    execute format('alter table %I enable row level security', side);
    execute format('create policy tenant on %I using (jurisdiction_id = app_jurisdiction() and app_organization() is null)', side);
  end loop;
end $$;
