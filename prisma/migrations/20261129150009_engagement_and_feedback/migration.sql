-- Enrollments and sessions attended; what families and people said of them.

CREATE TYPE "enrollment_status" AS ENUM ('pending_start', 'active', 'paused', 'completed', 'ended_early', 'never_started', 'transferred', 'entered_in_error');
CREATE TYPE "session_status" AS ENUM ('scheduled', 'attended', 'no_show', 'cancelled_by_family', 'cancelled_by_provider', 'rescheduled');

CREATE TABLE "enrollment" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "status" "enrollment_status" NOT NULL DEFAULT 'pending_start',
    "enrolled_on" DATE NOT NULL,
    "started_on" DATE,
    "ended_on" DATE,
    "end_reason" TEXT,
    "end_party" TEXT,
    "planned_sessions" INTEGER,
    "planned_weeks" INTEGER,
    "expected_first90" INTEGER,
    "assigned_user_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enrollment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "enrollment_jurisdiction_id_organization_id_status_idx" ON "enrollment"("jurisdiction_id", "organization_id", "status");
CREATE INDEX "enrollment_referral_id_idx" ON "enrollment"("referral_id");

CREATE TABLE "attendance_session" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "status" "session_status" NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "type" TEXT NOT NULL DEFAULT 'individual',
    "mode" TEXT NOT NULL DEFAULT 'home',
    "minutes" INTEGER,
    "who" TEXT[],
    "superseded_by_id" UUID,
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_session_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "attendance_session_jurisdiction_id_enrollment_id_date_idx" ON "attendance_session"("jurisdiction_id", "enrollment_id", "date");

CREATE TABLE "listing_concern" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "resolution" TEXT,
    "asked_at" TIMESTAMPTZ(3),

    CONSTRAINT "listing_concern_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "listing_concern_jurisdiction_id_service_id_at_idx" ON "listing_concern"("jurisdiction_id", "service_id", "at");

CREATE TABLE "family_feedback" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "helped" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "family_feedback_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "family_feedback_jurisdiction_id_referral_id_idx" ON "family_feedback"("jurisdiction_id", "referral_id");

ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attendance_session" ADD CONSTRAINT "attendance_session_enrollment_id_fkey" FOREIGN KEY ("enrollment_id") REFERENCES "enrollment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "family_feedback" ADD CONSTRAINT "family_feedback_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;
