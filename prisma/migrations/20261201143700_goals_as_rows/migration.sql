-- Frameworks as rows, targets, initiatives, and what a community writes of its own work.

CREATE TABLE "adopted_framework" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "framework" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "adopted_framework_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "adopted_framework_jurisdiction_id_framework_key" ON "adopted_framework"("jurisdiction_id", "framework");

CREATE TABLE "framework_version" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "adopted_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "change" TEXT NOT NULL,
    "in_force_from" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,

    CONSTRAINT "framework_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "framework_version_adopted_id_fkey" FOREIGN KEY ("adopted_id") REFERENCES "adopted_framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "framework_version_adopted_id_version_key" ON "framework_version"("adopted_id", "version");
CREATE INDEX "framework_version_jurisdiction_id_idx" ON "framework_version"("jurisdiction_id");

-- Nothing could write a target until now, so there is none to keep.
DROP TABLE "goal_target";
CREATE TABLE "goal_target" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "framework" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "definition_version" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "by_day" DATE NOT NULL,
    "baseline_from" DATE,
    "baseline_to" DATE,
    "baseline_value" DOUBLE PRECISION,
    "baseline_numerator" INTEGER,
    "baseline_denominator" INTEGER,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "goal_target_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "hand_goal_target_kind" CHECK (kind in ('threshold', 'pp_change', 'relative_change', 'count_change') and way in ('up', 'down'))
);
CREATE INDEX "goal_target_jurisdiction_id_framework_goal_idx" ON "goal_target"("jurisdiction_id", "framework", "goal");
-- Of two managers who set the same target at once the second is told.
CREATE UNIQUE INDEX "hand_goal_target_open" ON "goal_target"("jurisdiction_id", "framework", "goal", "measure") WHERE ended_at IS NULL;

CREATE TABLE "initiative" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "by_whom" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "measures" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "initiative_jurisdiction_id_starts_on_idx" ON "initiative"("jurisdiction_id", "starts_on");

CREATE TABLE "community_entry" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "variety" TEXT,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" TEXT,
    "day" DATE,
    "done_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "shared_at" TIMESTAMPTZ(3),
    "shared_by" TEXT,

    CONSTRAINT "community_entry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "hand_community_entry_kind" CHECK (kind in ('partner', 'milestone', 'asked', 'lesson')),
    CONSTRAINT "hand_community_entry_shared" CHECK (shared_at is null or kind = 'lesson')
);
CREATE INDEX "community_entry_jurisdiction_id_kind_idx" ON "community_entry"("jurisdiction_id", "kind");

CREATE TABLE "jurisdiction_tier" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "tier" INTEGER,
    "since" DATE NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by_id" UUID,

    CONSTRAINT "jurisdiction_tier_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "hand_jurisdiction_tier" CHECK (tier between 1 and 3)
);
CREATE INDEX "jurisdiction_tier_jurisdiction_id_set_at_idx" ON "jurisdiction_tier"("jurisdiction_id", "set_at");

-- The agency's own side: no provider has a row here.
do $$
declare side text;
begin
  foreach side in array array['adopted_framework', 'framework_version', 'goal_target', 'initiative', 'community_entry', 'jurisdiction_tier']
  loop
    execute format('alter table %I enable row level security', side);
    execute format('create policy tenant on %I using (jurisdiction_id = app_jurisdiction() and app_organization() is null)', side);
  end loop;
  foreach side in array array['framework_version', 'jurisdiction_tier']
  loop
    execute format('revoke update, delete, truncate on %I from upstream_app', side);
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', side);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', side);
  end loop;
end $$;

-- A shared lesson is read by every jurisdiction that follows the same framework, and written by its own alone.
create policy shared_lessons on community_entry for select using (
  kind = 'lesson' and shared_at is not null and removed_at is null and app_organization() is null
  and exists (select from adopted_framework a where a.jurisdiction_id = app_jurisdiction()
    and a.framework = 'thriving-families' and a.retired_at is null));
