-- A part of the jurisdiction by the name that people use for it. Everybody's search reads it; what an administrator may change
-- is the operation's to say.
CREATE TABLE "area" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_es" TEXT,
    "other_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "zips" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "counties" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "ended_at" TIMESTAMPTZ(3),
    "previous" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "area_jurisdiction_id_idx" ON "area"("jurisdiction_id");

alter table area enable row level security;
create policy tenant on area using (jurisdiction_id = (select app_jurisdiction()));
revoke delete, truncate on area from upstream_app;
