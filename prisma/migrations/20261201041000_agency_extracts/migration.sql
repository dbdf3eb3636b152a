-- What each import of the agency's records was, for good.

CREATE TABLE "agency_extract" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "import_run_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "as_of" DATE,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by" TEXT,
    "files" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "completeness" JSONB NOT NULL,
    "lacks" JSONB NOT NULL,

    CONSTRAINT "agency_extract_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "agency_extract_jurisdiction_id_number_key" ON "agency_extract"("jurisdiction_id", "number");
CREATE UNIQUE INDEX "agency_extract_import_run_id_key" ON "agency_extract"("import_run_id");

alter table agency_extract enable row level security;
create policy tenant on agency_extract using (jurisdiction_id = app_jurisdiction() and app_organization() is null);

revoke update, delete, truncate on agency_extract from upstream_app;
create trigger append_only before update or delete on agency_extract for each row execute function refuse_change();
create trigger append_only_whole before truncate on agency_extract for each statement execute function refuse_change();
