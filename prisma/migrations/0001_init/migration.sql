-- CreateEnum
CREATE TYPE "service_status" AS ENUM ('active', 'inactive', 'defunct', 'temporarily_closed');

-- CreateEnum
CREATE TYPE "listing_state" AS ENUM ('draft', 'in_review', 'published', 'unpublished', 'do_not_list');

-- CreateEnum
CREATE TYPE "capacity_status" AS ENUM ('open', 'waitlist', 'full', 'assess_first');

-- CreateEnum
CREATE TYPE "address_visibility" AS ENUM ('full', 'partial', 'hidden');

-- CreateEnum
CREATE TYPE "enrollment_status" AS ENUM ('pending_start', 'active', 'paused', 'completed', 'ended_early', 'never_started', 'transferred', 'entered_in_error');

-- CreateEnum
CREATE TYPE "session_status" AS ENUM ('scheduled', 'attended', 'no_show', 'cancelled_by_family', 'cancelled_by_provider', 'rescheduled');

-- CreateEnum
CREATE TYPE "call_line" AS ENUM ('support_line', 'hotline');

-- CreateEnum
CREATE TYPE "caller_kind" AS ENUM ('family', 'someone_else');

-- CreateEnum
CREATE TYPE "outbox_status" AS ENUM ('pending', 'sending', 'sent', 'failed', 'suppressed');

-- CreateEnum
CREATE TYPE "organization_status" AS ENUM ('unclaimed', 'active', 'suspended');

-- CreateEnum
CREATE TYPE "referral_status" AS ENUM ('draft', 'awaiting_family_yes', 'sent', 'needs_information', 'accepted', 'waitlisted', 'contacting', 'scheduled', 'on_hold', 'connected', 'declined_by_provider', 'declined_by_family', 'unreachable', 'withdrawn', 'expired', 'entered_in_error');

-- CreateEnum
CREATE TYPE "referral_kind" AS ENUM ('consented', 'outreach', 'self');

-- CreateEnum
CREATE TYPE "consent_status" AS ENUM ('requested', 'given', 'refused', 'expired', 'revoked');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "shortcuts_on" BOOLEAN NOT NULL DEFAULT true,
    "large_text" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" UUID NOT NULL,
    "hard_expires_at" TIMESTAMPTZ(3),
    "auth_method" TEXT,
    "aal" INTEGER NOT NULL DEFAULT 1,
    "membership_id" UUID,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "two_factor" (
    "id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "totp_used" (
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "totp_used_pkey" PRIMARY KEY ("user_id","code_hash")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "email_hash" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("email_hash")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "alternate_name" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "import_hash" TEXT,

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "program_id" UUID,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "alternate_name" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "family_text" JSONB NOT NULL DEFAULT '{}',
    "url" TEXT,
    "email" TEXT,
    "status" "service_status" NOT NULL DEFAULT 'active',
    "listing_state" "listing_state" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "interpretation_services" TEXT,
    "application_process" TEXT,
    "fees_description" TEXT,
    "is_free" BOOLEAN,
    "eligibility_description" TEXT,
    "child_age_min_months" INTEGER,
    "child_age_max_months" INTEGER,
    "eligibility_rules" JSONB NOT NULL DEFAULT '{}',
    "accepts_screened_out" BOOLEAN,
    "accepts_court_ordered" BOOLEAN,
    "accepts_self_referral" BOOLEAN,
    "accepts_referrals" BOOLEAN NOT NULL DEFAULT true,
    "needs_signed_release" BOOLEAN NOT NULL DEFAULT false,
    "accreditations" TEXT,
    "alert" TEXT,
    "need_codes" TEXT[],
    "staff_languages" TEXT[],
    "interpreter_languages" TEXT[],
    "delivery_modes" TEXT[],
    "times_of_day" TEXT[],
    "model_name" TEXT,
    "planned_sessions" INTEGER,
    "planned_weeks" INTEGER,
    "evidence_rating" TEXT,
    "evidence_area" TEXT,
    "evidence_reviewed_on" DATE,
    "protective_factors" TEXT[],
    "transport_offered" TEXT[],
    "childcare_on_site" BOOLEAN,
    "capacity_status" "capacity_status",
    "capacity_available" INTEGER,
    "capacity_as_of" TIMESTAMPTZ(3),
    "capacity_source" TEXT,
    "waitlist_days" INTEGER,
    "assured_at" TIMESTAMPTZ(3),
    "assured_by_user_id" UUID,
    "sections" JSONB NOT NULL DEFAULT '{}',
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "import_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_modified" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "location" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID,
    "location_type" TEXT NOT NULL DEFAULT 'physical',
    "name" TEXT,
    "alternate_name" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "transportation" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "approximate" BOOLEAN NOT NULL DEFAULT false,
    "visibility" "address_visibility" NOT NULL DEFAULT 'full',
    "visibility_reason" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,
    "import_hash" TEXT,

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_at_location" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "description" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "service_at_location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_area" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID,
    "service_at_location_id" UUID,
    "name" TEXT,
    "description" TEXT,
    "extent_type" TEXT NOT NULL DEFAULT 'zip',
    "codes" TEXT[],
    "extent" JSONB,

    CONSTRAINT "service_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "attention" TEXT,
    "address1" TEXT NOT NULL,
    "address2" TEXT,
    "city" TEXT NOT NULL,
    "state_province" TEXT NOT NULL,
    "postal_code" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'US',
    "address_type" TEXT NOT NULL DEFAULT 'physical',
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phone" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID,
    "service_id" UUID,
    "location_id" UUID,
    "service_at_location_id" UUID,
    "contact_id" UUID,
    "number" TEXT NOT NULL,
    "extension" INTEGER,
    "type" TEXT NOT NULL DEFAULT 'voice',
    "description" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "phone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID,
    "service_id" UUID,
    "location_id" UUID,
    "name" TEXT,
    "title" TEXT,
    "department" TEXT,
    "email" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID,
    "location_id" UUID,
    "service_at_location_id" UUID,
    "kind" TEXT NOT NULL DEFAULT 'regular',
    "schedule_group" TEXT,
    "byday" TEXT[],
    "opens_at" TEXT,
    "closes_at" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "time_zone" TEXT,
    "description" TEXT,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "language" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "code" TEXT,
    "name" TEXT,
    "note" TEXT,

    CONSTRAINT "language_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cost_option" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "option" TEXT,
    "currency" TEXT,
    "amount" DECIMAL(10,2),
    "amount_description" TEXT,

    CONSTRAINT "cost_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "required_document" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "document" TEXT,
    "uri" TEXT,

    CONSTRAINT "required_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accessibility" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "description" TEXT,
    "details" TEXT,

    CONSTRAINT "accessibility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "taxonomy" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "uri" TEXT,
    "version" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "taxonomy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "taxonomy_term" (
    "id" UUID NOT NULL,
    "taxonomy_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "parent_id" UUID,
    "facet" TEXT,

    CONSTRAINT "taxonomy_term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_attribute" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "taxonomy_term_id" UUID,
    "link_type" TEXT,
    "value" TEXT,
    "label" TEXT,

    CONSTRAINT "service_attribute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capacity_event" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" "capacity_status",
    "available" INTEGER,
    "change" INTEGER,
    "waitlist_days" INTEGER,
    "source" TEXT NOT NULL,
    "actor_id" TEXT,
    "referral_id" UUID,

    CONSTRAINT "capacity_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "data_through" DATE,
    "report" JSONB,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unmet_need" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "need_code" TEXT,
    "area_code" TEXT,
    "language" TEXT,
    "channel" TEXT NOT NULL,

    CONSTRAINT "unmet_need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

-- CreateTable
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

-- CreateTable
CREATE TABLE "listing_concern" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "listing_concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family_feedback" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "helped" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "family_feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "caregiver_name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "interpreter" BOOLEAN NOT NULL DEFAULT false,
    "postal_code" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "contact_way" TEXT,
    "message_ok" BOOLEAN NOT NULL DEFAULT false,
    "best_times" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "birth_date" DATE,
    "age_months" INTEGER,
    "age_recorded_at" TIMESTAMPTZ(3),
    "sex" TEXT,
    "marked_private" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_call" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "line" "call_line" NOT NULL,
    "caller" "caller_kind" NOT NULL,
    "screening_decision" TEXT,
    "intake_key" TEXT,
    "household_id" UUID,
    "search_line" TEXT NOT NULL DEFAULT '',
    "criteria" JSONB NOT NULL DEFAULT '{}',
    "draft" JSONB NOT NULL DEFAULT '{}',
    "kept_service_ids" UUID[],
    "worker_user_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "intake_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family_link" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "referral_id" UUID,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "family_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_role" TEXT,
    "event" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT,
    "fields" TEXT[],
    "reason" TEXT,
    "request_id" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "to_user_id" UUID,
    "to_organization_id" UUID,
    "to_email" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "params" JSONB NOT NULL DEFAULT '{}',
    "status" "outbox_status" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "provider_message_id" TEXT,
    "last_error" TEXT,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_suppression" (
    "email_hash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_suppression_pkey" PRIMARY KEY ("email_hash")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "key" TEXT NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "actor_id" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "link_run" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "counts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "link_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

-- CreateTable
CREATE TABLE "person_link" (
    "person_id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "agency_child_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_link_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
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

-- CreateTable
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

-- CreateTable
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

-- CreateTable
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
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jurisdiction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

-- CreateTable
CREATE TABLE "service_referral" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "household_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "receiving_organization_id" UUID NOT NULL,
    "call_id" UUID,
    "kind" "referral_kind" NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "status" "referral_status" NOT NULL DEFAULT 'draft',
    "reason_code" TEXT,
    "reason_party" TEXT,
    "reason_text" TEXT,
    "next_act_owner" TEXT,
    "next_act" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "resume_by" TIMESTAMPTZ(3),
    "remind_at" TIMESTAMPTZ(3),
    "sender_user_id" UUID,
    "sending_team" TEXT,
    "assigned_user_id" UUID,
    "basis_kind" TEXT NOT NULL,
    "basis_citation" TEXT,
    "consent_id" UUID,
    "need_codes" TEXT[],
    "what_would_help" TEXT NOT NULL DEFAULT '',
    "snapshot" JSONB NOT NULL DEFAULT '{}',
    "service_version" INTEGER NOT NULL DEFAULT 1,
    "goal_framework_version" TEXT,
    "called_ahead" BOOLEAN NOT NULL DEFAULT false,
    "waitlist_agreed" BOOLEAN NOT NULL DEFAULT false,
    "question" TEXT,
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "first_attempt_at" TIMESTAMPTZ(3),
    "reached_at" TIMESTAMPTZ(3),
    "connected_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "family_says_served" BOOLEAN,
    "replaces_id" UUID,
    "reopens_id" UUID,
    "based_on_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_event" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "from_status" "referral_status",
    "to_status" "referral_status" NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_role" TEXT,
    "actor_name" TEXT,
    "reason_code" TEXT,
    "reason_party" TEXT,
    "undoes_id" UUID,

    CONSTRAINT "referral_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_attempt" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "way" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "recipient_organization_id" UUID NOT NULL,
    "status" "consent_status" NOT NULL,
    "method" TEXT NOT NULL,
    "data_classes" TEXT[],
    "text_version" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words_shown" TEXT NOT NULL,
    "through_interpreter" BOOLEAN NOT NULL DEFAULT false,
    "recorded_by_user_id" UUID,
    "given_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_event" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "consent_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" "consent_status" NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,

    CONSTRAINT "consent_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

-- CreateTable
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

-- CreateTable
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

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "two_factor_user_id_idx" ON "two_factor"("user_id");

-- CreateIndex
CREATE INDEX "two_factor_secret_idx" ON "two_factor"("secret");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_jurisdiction_id_email_idx" ON "invitation"("jurisdiction_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "program_jurisdiction_id_source_source_id_key" ON "program"("jurisdiction_id", "source", "source_id");

-- CreateIndex
CREATE INDEX "service_jurisdiction_id_organization_id_idx" ON "service"("jurisdiction_id", "organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_jurisdiction_id_slug_key" ON "service"("jurisdiction_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "service_jurisdiction_id_source_source_id_key" ON "service"("jurisdiction_id", "source", "source_id");

-- CreateIndex
CREATE INDEX "location_jurisdiction_id_organization_id_idx" ON "location"("jurisdiction_id", "organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "location_jurisdiction_id_source_source_id_key" ON "location"("jurisdiction_id", "source", "source_id");

-- CreateIndex
CREATE INDEX "service_at_location_location_id_idx" ON "service_at_location"("location_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_at_location_service_id_location_id_key" ON "service_at_location"("service_id", "location_id");

-- CreateIndex
CREATE INDEX "service_area_service_id_idx" ON "service_area"("service_id");

-- CreateIndex
CREATE INDEX "address_location_id_idx" ON "address"("location_id");

-- CreateIndex
CREATE UNIQUE INDEX "address_jurisdiction_id_source_source_id_key" ON "address"("jurisdiction_id", "source", "source_id");

-- CreateIndex
CREATE INDEX "phone_service_id_idx" ON "phone"("service_id");

-- CreateIndex
CREATE INDEX "phone_location_id_idx" ON "phone"("location_id");

-- CreateIndex
CREATE INDEX "phone_organization_id_idx" ON "phone"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "phone_jurisdiction_id_source_source_id_key" ON "phone"("jurisdiction_id", "source", "source_id");

-- CreateIndex
CREATE INDEX "contact_organization_id_idx" ON "contact"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_jurisdiction_id_source_source_id_key" ON "contact"("jurisdiction_id", "source", "source_id");

-- CreateIndex
CREATE INDEX "schedule_service_id_idx" ON "schedule"("service_id");

-- CreateIndex
CREATE INDEX "language_service_id_idx" ON "language"("service_id");

-- CreateIndex
CREATE INDEX "cost_option_service_id_idx" ON "cost_option"("service_id");

-- CreateIndex
CREATE INDEX "required_document_service_id_idx" ON "required_document"("service_id");

-- CreateIndex
CREATE INDEX "accessibility_location_id_idx" ON "accessibility"("location_id");

-- CreateIndex
CREATE UNIQUE INDEX "taxonomy_source_key" ON "taxonomy"("source");

-- CreateIndex
CREATE UNIQUE INDEX "taxonomy_term_taxonomy_id_code_key" ON "taxonomy_term"("taxonomy_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "service_attribute_service_id_taxonomy_term_id_link_type_key" ON "service_attribute"("service_id", "taxonomy_term_id", "link_type");

-- CreateIndex
CREATE INDEX "capacity_event_service_id_at_idx" ON "capacity_event"("service_id", "at");

-- CreateIndex
CREATE INDEX "import_run_jurisdiction_id_kind_started_at_idx" ON "import_run"("jurisdiction_id", "kind", "started_at");

-- CreateIndex
CREATE INDEX "unmet_need_jurisdiction_id_at_idx" ON "unmet_need"("jurisdiction_id", "at");

-- CreateIndex
CREATE INDEX "enrollment_jurisdiction_id_organization_id_status_idx" ON "enrollment"("jurisdiction_id", "organization_id", "status");

-- CreateIndex
CREATE INDEX "enrollment_referral_id_idx" ON "enrollment"("referral_id");

-- CreateIndex
CREATE INDEX "attendance_session_jurisdiction_id_enrollment_id_date_idx" ON "attendance_session"("jurisdiction_id", "enrollment_id", "date");

-- CreateIndex
CREATE INDEX "listing_concern_jurisdiction_id_service_id_at_idx" ON "listing_concern"("jurisdiction_id", "service_id", "at");

-- CreateIndex
CREATE INDEX "family_feedback_jurisdiction_id_referral_id_idx" ON "family_feedback"("jurisdiction_id", "referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "goal_target_jurisdiction_id_framework_goal_measure_kind_key" ON "goal_target"("jurisdiction_id", "framework", "goal", "measure", "kind");

-- CreateIndex
CREATE INDEX "household_jurisdiction_id_created_at_idx" ON "household"("jurisdiction_id", "created_at");

-- CreateIndex
CREATE INDEX "person_jurisdiction_id_household_id_idx" ON "person"("jurisdiction_id", "household_id");

-- CreateIndex
CREATE INDEX "person_jurisdiction_id_last_name_birth_date_idx" ON "person"("jurisdiction_id", "last_name", "birth_date");

-- CreateIndex
CREATE INDEX "intake_call_jurisdiction_id_worker_user_id_started_at_idx" ON "intake_call"("jurisdiction_id", "worker_user_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "family_link_token_hash_key" ON "family_link"("token_hash");

-- CreateIndex
CREATE INDEX "family_link_jurisdiction_id_household_id_idx" ON "family_link"("jurisdiction_id", "household_id");

-- CreateIndex
CREATE INDEX "audit_entry_jurisdiction_id_at_idx" ON "audit_entry"("jurisdiction_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_jurisdiction_id_entity_entity_id_idx" ON "audit_entry"("jurisdiction_id", "entity", "entity_id");

-- CreateIndex
CREATE INDEX "outbox_message_jurisdiction_id_created_at_idx" ON "outbox_message"("jurisdiction_id", "created_at");

-- CreateIndex
CREATE INDEX "outbox_message_status_created_at_idx" ON "outbox_message"("status", "created_at");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "link_run_jurisdiction_id_started_at_idx" ON "link_run"("jurisdiction_id", "started_at");

-- CreateIndex
CREATE INDEX "link_event_jurisdiction_id_person_id_at_idx" ON "link_event"("jurisdiction_id", "person_id", "at");

-- CreateIndex
CREATE INDEX "person_link_jurisdiction_id_agency_child_id_idx" ON "person_link"("jurisdiction_id", "agency_child_id");

-- CreateIndex
CREATE INDEX "measure_run_jurisdiction_id_status_started_at_idx" ON "measure_run"("jurisdiction_id", "status", "started_at");

-- CreateIndex
CREATE INDEX "measure_result_jurisdiction_id_run_id_measure_idx" ON "measure_result"("jurisdiction_id", "run_id", "measure");

-- CreateIndex
CREATE INDEX "measure_member_jurisdiction_id_run_id_measure_idx" ON "measure_member"("jurisdiction_id", "run_id", "measure");

-- CreateIndex
CREATE UNIQUE INDEX "jurisdiction_slug_key" ON "jurisdiction"("slug");

-- CreateIndex
CREATE INDEX "organization_jurisdiction_id_name_idx" ON "organization"("jurisdiction_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "organization_jurisdiction_id_source_source_id_key" ON "organization"("jurisdiction_id", "source", "source_id");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "membership_jurisdiction_id_organization_id_idx" ON "membership"("jurisdiction_id", "organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_jurisdiction_id_user_id_role_organization_id_key" ON "membership"("jurisdiction_id", "user_id", "role", "organization_id");

-- CreateIndex
CREATE INDEX "service_referral_jurisdiction_id_receiving_organization_id__idx" ON "service_referral"("jurisdiction_id", "receiving_organization_id", "status", "due_at");

-- CreateIndex
CREATE INDEX "service_referral_jurisdiction_id_sender_user_id_status_due__idx" ON "service_referral"("jurisdiction_id", "sender_user_id", "status", "due_at");

-- CreateIndex
CREATE INDEX "service_referral_jurisdiction_id_household_id_service_id_idx" ON "service_referral"("jurisdiction_id", "household_id", "service_id");

-- CreateIndex
CREATE INDEX "service_referral_jurisdiction_id_sent_at_idx" ON "service_referral"("jurisdiction_id", "sent_at");

-- CreateIndex
CREATE INDEX "service_referral_call_id_idx" ON "service_referral"("call_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_referral_jurisdiction_id_number_key" ON "service_referral"("jurisdiction_id", "number");

-- CreateIndex
CREATE INDEX "referral_event_jurisdiction_id_at_idx" ON "referral_event"("jurisdiction_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "referral_event_referral_id_sequence_key" ON "referral_event"("referral_id", "sequence");

-- CreateIndex
CREATE INDEX "contact_attempt_jurisdiction_id_referral_id_at_idx" ON "contact_attempt"("jurisdiction_id", "referral_id", "at");

-- CreateIndex
CREATE INDEX "consent_jurisdiction_id_household_id_idx" ON "consent"("jurisdiction_id", "household_id");

-- CreateIndex
CREATE INDEX "consent_event_jurisdiction_id_consent_id_at_idx" ON "consent_event"("jurisdiction_id", "consent_id", "at");

-- CreateIndex
CREATE INDEX "agency_child_jurisdiction_id_last_name_dob_idx" ON "agency_child"("jurisdiction_id", "last_name", "dob");

-- CreateIndex
CREATE UNIQUE INDEX "agency_child_jurisdiction_id_child_id_key" ON "agency_child"("jurisdiction_id", "child_id");

-- CreateIndex
CREATE INDEX "maltreatment_report_jurisdiction_id_child_id_report_date_idx" ON "maltreatment_report"("jurisdiction_id", "child_id", "report_date");

-- CreateIndex
CREATE UNIQUE INDEX "maltreatment_report_jurisdiction_id_report_id_child_id_key" ON "maltreatment_report"("jurisdiction_id", "report_id", "child_id");

-- CreateIndex
CREATE INDEX "removal_jurisdiction_id_child_id_entry_date_idx" ON "removal"("jurisdiction_id", "child_id", "entry_date");

-- CreateIndex
CREATE UNIQUE INDEX "removal_jurisdiction_id_removal_id_key" ON "removal"("jurisdiction_id", "removal_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "totp_used" ADD CONSTRAINT "totp_used_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_at_location" ADD CONSTRAINT "service_at_location_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_at_location" ADD CONSTRAINT "service_at_location_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_area" ADD CONSTRAINT "service_area_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_area" ADD CONSTRAINT "service_area_service_at_location_id_fkey" FOREIGN KEY ("service_at_location_id") REFERENCES "service_at_location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone" ADD CONSTRAINT "phone_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone" ADD CONSTRAINT "phone_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone" ADD CONSTRAINT "phone_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone" ADD CONSTRAINT "phone_service_at_location_id_fkey" FOREIGN KEY ("service_at_location_id") REFERENCES "service_at_location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone" ADD CONSTRAINT "phone_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_service_at_location_id_fkey" FOREIGN KEY ("service_at_location_id") REFERENCES "service_at_location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "language" ADD CONSTRAINT "language_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost_option" ADD CONSTRAINT "cost_option_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "required_document" ADD CONSTRAINT "required_document_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accessibility" ADD CONSTRAINT "accessibility_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taxonomy_term" ADD CONSTRAINT "taxonomy_term_taxonomy_id_fkey" FOREIGN KEY ("taxonomy_id") REFERENCES "taxonomy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taxonomy_term" ADD CONSTRAINT "taxonomy_term_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "taxonomy_term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_attribute" ADD CONSTRAINT "service_attribute_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_attribute" ADD CONSTRAINT "service_attribute_taxonomy_term_id_fkey" FOREIGN KEY ("taxonomy_term_id") REFERENCES "taxonomy_term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capacity_event" ADD CONSTRAINT "capacity_event_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_session" ADD CONSTRAINT "attendance_session_enrollment_id_fkey" FOREIGN KEY ("enrollment_id") REFERENCES "enrollment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_feedback" ADD CONSTRAINT "family_feedback_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_call" ADD CONSTRAINT "intake_call_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_link" ADD CONSTRAINT "family_link_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_link" ADD CONSTRAINT "family_link_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_event" ADD CONSTRAINT "link_event_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "link_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_link" ADD CONSTRAINT "person_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_link" ADD CONSTRAINT "person_link_agency_child_id_fkey" FOREIGN KEY ("agency_child_id") REFERENCES "agency_child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_result" ADD CONSTRAINT "measure_result_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "measure_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_member" ADD CONSTRAINT "measure_member_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "measure_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_parent_organization_id_fkey" FOREIGN KEY ("parent_organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_referral" ADD CONSTRAINT "service_referral_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_referral" ADD CONSTRAINT "service_referral_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_referral" ADD CONSTRAINT "service_referral_receiving_organization_id_fkey" FOREIGN KEY ("receiving_organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_referral" ADD CONSTRAINT "service_referral_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "intake_call"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_referral" ADD CONSTRAINT "service_referral_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_event" ADD CONSTRAINT "referral_event_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_event" ADD CONSTRAINT "consent_event_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE CASCADE ON UPDATE CASCADE;
