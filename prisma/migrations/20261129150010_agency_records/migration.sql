-- The agency's own records, how they are linked to people referred, and the protected schema.

CREATE TABLE "agency_child" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "child_id" TEXT NOT NULL,
    "dob" DATE,
    "sex" TEXT,
    "race_codes" TEXT[],
    "hispanic" BOOLEAN,
    "tribe" TEXT,
    "zip_or_tract" TEXT,
    "family_id" TEXT,
    "first_name" TEXT,
    "middle_name" TEXT,
    "last_name" TEXT,
    "suffix" TEXT,
    "aliases" TEXT,
    "import_run_id" UUID,
    "row_hash" TEXT NOT NULL,

    CONSTRAINT "agency_child_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "agency_child_jurisdiction_id_last_name_dob_idx" ON "agency_child"("jurisdiction_id", "last_name", "dob");
CREATE UNIQUE INDEX "agency_child_jurisdiction_id_child_id_key" ON "agency_child"("jurisdiction_id", "child_id");

CREATE TABLE "maltreatment_report" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "report_id" TEXT NOT NULL,
    "child_id" TEXT NOT NULL,
    "report_date" DATE NOT NULL,
    "incident_date" DATE,
    "screen_decision" TEXT,
    "response_type" TEXT,
    "received_at" TIMESTAMPTZ(3),
    "first_contact_at" TIMESTAMPTZ(3),
    "disposition" TEXT,
    "disposition_date" DATE,
    "maltreatment_types" TEXT[],
    "perp_relation" TEXT,
    "fatality" BOOLEAN,
    "import_run_id" UUID,
    "row_hash" TEXT NOT NULL,

    CONSTRAINT "maltreatment_report_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "maltreatment_report_jurisdiction_id_child_id_report_date_idx" ON "maltreatment_report"("jurisdiction_id", "child_id", "report_date");
CREATE UNIQUE INDEX "maltreatment_report_jurisdiction_id_report_id_child_id_key" ON "maltreatment_report"("jurisdiction_id", "report_id", "child_id");

CREATE TABLE "removal" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "removal_id" TEXT NOT NULL,
    "child_id" TEXT NOT NULL,
    "entry_date" DATE NOT NULL,
    "exit_date" DATE,
    "exit_reason" TEXT,
    "county" TEXT,
    "entry_transaction_date" DATE,
    "exit_transaction_date" DATE,
    "import_run_id" UUID,
    "row_hash" TEXT NOT NULL,

    CONSTRAINT "removal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "removal_jurisdiction_id_child_id_entry_date_idx" ON "removal"("jurisdiction_id", "child_id", "entry_date");
CREATE UNIQUE INDEX "removal_jurisdiction_id_removal_id_key" ON "removal"("jurisdiction_id", "removal_id");

CREATE TABLE "link_run" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "counts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "link_run_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "link_run_jurisdiction_id_started_at_idx" ON "link_run"("jurisdiction_id", "started_at");

CREATE TABLE "link_event" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "run_id" UUID,
    "person_id" UUID NOT NULL,
    "agency_child_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "actor_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "link_event_jurisdiction_id_person_id_at_idx" ON "link_event"("jurisdiction_id", "person_id", "at");

CREATE TABLE "person_link" (
    "person_id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "agency_child_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_link_pkey" PRIMARY KEY ("person_id")
);
CREATE INDEX "person_link_jurisdiction_id_agency_child_id_idx" ON "person_link"("jurisdiction_id", "agency_child_id");

ALTER TABLE "link_event" ADD CONSTRAINT "link_event_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "link_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "person_link" ADD CONSTRAINT "person_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "person_link" ADD CONSTRAINT "person_link_agency_child_id_fkey" FOREIGN KEY ("agency_child_id") REFERENCES "agency_child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written from here -----------------------------------------------------------------------------------------
create index hand_agency_child_exact on agency_child (jurisdiction_id, lower(last_name), lower(first_name), dob);

-- Protected schema -------------------------------------------------------------------------------------------
-- Reporter and narrative. upstream_app has no right here at all; the operations of domain/reports become
-- upstream_protected for one statement and write the read log.
create schema protected;
revoke all on schema protected from public;

create table protected.report_secret (
  jurisdiction_id uuid not null,
  report_id text not null,
  reporter text,
  narrative text,
  primary key (jurisdiction_id, report_id)
);
create table protected.report_origin (
  jurisdiction_id uuid not null,
  referral_id uuid not null,
  report_id text not null,
  primary key (jurisdiction_id, referral_id)
);
create table protected.read_log (
  id uuid primary key default gen_random_uuid(),
  at timestamptz(3) not null,
  jurisdiction_id uuid not null,
  actor_id text,
  what text not null,
  row_key text not null,
  reason text not null
);
create index read_log_at on protected.read_log (jurisdiction_id, at);

grant usage on schema protected to upstream_protected;
grant execute on function app_jurisdiction(), app_organization() to upstream_protected;
grant select, insert on all tables in schema protected to upstream_protected;
-- A later extract may correct a reporter or a narrative, or take it back.
grant update, delete on protected.report_secret to upstream_protected;
