alter table "jurisdiction" add column "text_phone" TEXT;

-- A jurisdiction as it stood from one change of its settings to the next.
CREATE TABLE "jurisdiction_version" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kept" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,

    CONSTRAINT "jurisdiction_version_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "jurisdiction_version_jurisdiction_id_version_key" ON "jurisdiction_version"("jurisdiction_id", "version");

-- The agency's own side: no provider has a row here.
alter table jurisdiction_version enable row level security;
create policy tenant on jurisdiction_version using (jurisdiction_id = (select app_jurisdiction()) and (select app_organization()) is null);
revoke update, delete, truncate on jurisdiction_version from upstream_app;
grant select, insert on jurisdiction_version to upstream_app;
create trigger append_only before update or delete on jurisdiction_version for each row execute function refuse_change();
create trigger append_only_whole before truncate on jurisdiction_version for each statement execute function refuse_change();
