-- Families, their consent, calls, and the referrals made for them.

CREATE TYPE "call_line" AS ENUM ('support_line', 'hotline');
CREATE TYPE "caller_kind" AS ENUM ('family', 'someone_else');
CREATE TYPE "referral_status" AS ENUM ('draft', 'awaiting_family_yes', 'sent', 'needs_information', 'accepted', 'waitlisted', 'contacting', 'scheduled', 'on_hold', 'connected', 'declined_by_provider', 'declined_by_family', 'unreachable', 'withdrawn', 'expired', 'entered_in_error');
CREATE TYPE "referral_kind" AS ENUM ('consented', 'outreach', 'self');
CREATE TYPE "consent_status" AS ENUM ('requested', 'given', 'refused', 'expired', 'revoked');

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
CREATE INDEX "household_jurisdiction_id_created_at_idx" ON "household"("jurisdiction_id", "created_at");

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
CREATE INDEX "person_jurisdiction_id_household_id_idx" ON "person"("jurisdiction_id", "household_id");
CREATE INDEX "person_jurisdiction_id_last_name_birth_date_idx" ON "person"("jurisdiction_id", "last_name", "birth_date");

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
CREATE INDEX "intake_call_jurisdiction_id_worker_user_id_started_at_idx" ON "intake_call"("jurisdiction_id", "worker_user_id", "started_at");

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
CREATE UNIQUE INDEX "family_link_token_hash_key" ON "family_link"("token_hash");
CREATE INDEX "family_link_jurisdiction_id_household_id_idx" ON "family_link"("jurisdiction_id", "household_id");

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
CREATE INDEX "service_referral_jurisdiction_id_receiving_organization_id__idx" ON "service_referral"("jurisdiction_id", "receiving_organization_id", "status", "due_at");
CREATE INDEX "service_referral_jurisdiction_id_sender_user_id_status_due__idx" ON "service_referral"("jurisdiction_id", "sender_user_id", "status", "due_at");
CREATE INDEX "service_referral_jurisdiction_id_household_id_service_id_idx" ON "service_referral"("jurisdiction_id", "household_id", "service_id");
CREATE INDEX "service_referral_jurisdiction_id_sent_at_idx" ON "service_referral"("jurisdiction_id", "sent_at");
CREATE INDEX "service_referral_call_id_idx" ON "service_referral"("call_id");
CREATE UNIQUE INDEX "service_referral_jurisdiction_id_number_key" ON "service_referral"("jurisdiction_id", "number");

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
CREATE INDEX "referral_event_jurisdiction_id_at_idx" ON "referral_event"("jurisdiction_id", "at");
CREATE UNIQUE INDEX "referral_event_referral_id_sequence_key" ON "referral_event"("referral_id", "sequence");

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
CREATE INDEX "contact_attempt_jurisdiction_id_referral_id_at_idx" ON "contact_attempt"("jurisdiction_id", "referral_id", "at");

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
CREATE INDEX "consent_jurisdiction_id_household_id_idx" ON "consent"("jurisdiction_id", "household_id");

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
CREATE INDEX "consent_event_jurisdiction_id_consent_id_at_idx" ON "consent_event"("jurisdiction_id", "consent_id", "at");

CREATE TABLE "answer_link" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "referral_version" INTEGER NOT NULL,
    "outbox_id" UUID NOT NULL,
    "membership_id" UUID,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "answer_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "answer_link_token_hash_key" ON "answer_link"("token_hash");
CREATE INDEX "answer_link_jurisdiction_id_referral_id_idx" ON "answer_link"("jurisdiction_id", "referral_id");
CREATE INDEX "answer_link_outbox_id_idx" ON "answer_link"("outbox_id");

ALTER TABLE "person" ADD CONSTRAINT "person_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "intake_call" ADD CONSTRAINT "intake_call_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "family_link" ADD CONSTRAINT "family_link_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "family_link" ADD CONSTRAINT "family_link_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "service_referral" ADD CONSTRAINT "service_referral_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "service_referral" ADD CONSTRAINT "service_referral_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "service_referral" ADD CONSTRAINT "service_referral_receiving_organization_id_fkey" FOREIGN KEY ("receiving_organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "service_referral" ADD CONSTRAINT "service_referral_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "intake_call"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "service_referral" ADD CONSTRAINT "service_referral_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "referral_event" ADD CONSTRAINT "referral_event_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "consent" ADD CONSTRAINT "consent_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consent_event" ADD CONSTRAINT "consent_event_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "answer_link" ADD CONSTRAINT "answer_link_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written from here -----------------------------------------------------------------------------------------
create index hand_service_referral_open on service_referral (jurisdiction_id, due_at) where closed_at is null;
create index hand_person_exact on person (jurisdiction_id, lower(last_name), lower(first_name), birth_date);

-- A private link is opened by somebody whose jurisdiction is not known yet, so row-level security would hide it.
-- This answers one live link for one exact hash and nothing else.
create function find_family_link(hash text)
returns table (id uuid, household_id uuid, jurisdiction_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select l.id, l.household_id, l.jurisdiction_id from family_link l
  where l.token_hash = hash and l.revoked_at is null and l.expires_at > now()
$$;
revoke all on function find_family_link(text) from public;
grant execute on function find_family_link(text) to upstream_app;

-- The same for the link in a provider's mail: the link of one exact hash, used, over or not (its page says so).
create function find_answer_link(hash text)
returns table (id uuid, jurisdiction_id uuid, organization_id uuid, referral_id uuid, membership_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select l.id, l.jurisdiction_id, l.organization_id, l.referral_id, l.membership_id
  from answer_link l where l.token_hash = hash
$$;
revoke all on function find_answer_link(text) from public;
grant execute on function find_answer_link(text) to upstream_app;
