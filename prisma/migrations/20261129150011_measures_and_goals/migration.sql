-- Measures computed from records and referrals, and the goals set on them.

CREATE TABLE "measure_run" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "parameters" JSONB NOT NULL,
    "data_through" DATE NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'running',
    "error" TEXT,

    CONSTRAINT "measure_run_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "measure_run_jurisdiction_id_status_started_at_idx" ON "measure_run"("jurisdiction_id", "status", "started_at");

CREATE TABLE "measure_result" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "part" TEXT,
    "stratum" JSONB,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "denominator" INTEGER,
    "numerator" INTEGER,
    "result" JSONB NOT NULL,

    CONSTRAINT "measure_result_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "measure_result_jurisdiction_id_run_id_measure_idx" ON "measure_result"("jurisdiction_id", "run_id", "measure");

CREATE TABLE "measure_member" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "in_denominator" BOOLEAN NOT NULL,
    "in_numerator" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "measure_member_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "measure_member_jurisdiction_id_run_id_measure_idx" ON "measure_member"("jurisdiction_id", "run_id", "measure");

CREATE TABLE "goal_target" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "framework" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "baseline_period" TEXT,
    "baseline_value" DOUBLE PRECISION,
    "value" DOUBLE PRECISION NOT NULL,
    "by_period" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "goal_target_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "goal_target_jurisdiction_id_framework_goal_measure_kind_key" ON "goal_target"("jurisdiction_id", "framework", "goal", "measure", "kind");

ALTER TABLE "measure_result" ADD CONSTRAINT "measure_result_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "measure_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "measure_member" ADD CONSTRAINT "measure_member_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "measure_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
