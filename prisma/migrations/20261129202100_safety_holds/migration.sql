-- Organizations of imported directories that may be victim services, until an administrator has decided and after.
CREATE TABLE "safety_hold" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "evidence" JSONB NOT NULL,
    "places" UUID[],
    "status" TEXT NOT NULL DEFAULT 'open',
    "tells" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    CONSTRAINT "safety_hold_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "safety_hold_jurisdiction_id_organization_id_key" ON "safety_hold"("jurisdiction_id", "organization_id");
CREATE INDEX "safety_hold_jurisdiction_id_status_idx" ON "safety_hold"("jurisdiction_id", "status");
ALTER TABLE "safety_hold" ADD CONSTRAINT "safety_hold_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The agency's own side: no provider has a row here.
alter table safety_hold enable row level security;
create policy tenant on safety_hold using (jurisdiction_id = (select app_jurisdiction()) and (select app_organization()) is null);
grant select, insert, update on safety_hold to upstream_app;
