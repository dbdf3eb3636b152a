-- What keeps listings true: history of fields, checks, claims, suggestions, imports, duplicates, code lists.

CREATE TABLE "field_change" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "service_id" UUID,
    "organization_id" UUID,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "previous" TEXT,
    "replacement" TEXT,
    "changed_by" TEXT NOT NULL,
    "actor_id" TEXT,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "source_id" TEXT,

    CONSTRAINT "field_change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "field_change_jurisdiction_id_service_id_at_idx" ON "field_change"("jurisdiction_id", "service_id", "at");
CREATE INDEX "field_change_entity_id_idx" ON "field_change"("entity_id");

CREATE TABLE "change_look" (
    "change_id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_user_id" UUID,

    CONSTRAINT "change_look_pkey" PRIMARY KEY ("change_id")
);
CREATE INDEX "change_look_jurisdiction_id_at_idx" ON "change_look"("jurisdiction_id", "at");

CREATE TABLE "listing_check" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "listing_version" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "listing_check_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "listing_check_token_hash_key" ON "listing_check"("token_hash");
CREATE INDEX "listing_check_jurisdiction_id_service_id_sent_at_idx" ON "listing_check"("jurisdiction_id", "service_id", "sent_at");
CREATE INDEX "listing_check_jurisdiction_id_organization_id_sent_at_idx" ON "listing_check"("jurisdiction_id", "organization_id", "sent_at");

CREATE TABLE "organization_claim" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'asked',
    "name" TEXT NOT NULL,
    "title" TEXT,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "second_name" TEXT,
    "second_email" TEXT,
    "second_title" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "words" TEXT NOT NULL DEFAULT '',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision_reason" TEXT,
    "agreement_reference" TEXT,
    "agreement_signed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organization_claim_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "organization_claim_jurisdiction_id_status_asked_at_idx" ON "organization_claim"("jurisdiction_id", "status", "asked_at");
CREATE INDEX "organization_claim_organization_id_idx" ON "organization_claim"("organization_id");

CREATE TABLE "suggestion" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "service_id" UUID,
    "proposed" JSONB NOT NULL DEFAULT '{}',
    "words" TEXT NOT NULL DEFAULT '',
    "contact_email" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "same_as" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'open',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision_reason" TEXT,
    "result_service_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "suggestion_jurisdiction_id_status_at_idx" ON "suggestion"("jurisdiction_id", "status", "at");

CREATE TABLE "import_conflict" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "import_run_id" UUID,
    "source" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "service_id" UUID,
    "field" TEXT NOT NULL,
    "ours" TEXT,
    "theirs" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision" TEXT,
    "row" JSONB,

    CONSTRAINT "import_conflict_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "import_conflict_jurisdiction_id_decided_at_idx" ON "import_conflict"("jurisdiction_id", "decided_at");
CREATE UNIQUE INDEX "import_conflict_jurisdiction_id_entity_id_field_source_key" ON "import_conflict"("jurisdiction_id", "entity_id", "field", "source");

CREATE TABLE "duplicate_pair" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "evidence" JSONB NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    CONSTRAINT "duplicate_pair_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "duplicate_pair_jurisdiction_id_status_idx" ON "duplicate_pair"("jurisdiction_id", "status");
CREATE UNIQUE INDEX "duplicate_pair_jurisdiction_id_entity_first_id_second_id_key" ON "duplicate_pair"("jurisdiction_id", "entity", "first_id", "second_id");

CREATE TABLE "merge" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_user_id" UUID,
    "undo" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "merge_jurisdiction_id_at_idx" ON "merge"("jurisdiction_id", "at");
CREATE INDEX "merge_merged_id_idx" ON "merge"("merged_id");

CREATE TABLE "code_list_entry" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name_en" TEXT,
    "name_es" TEXT,
    "synonyms_en" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "synonyms_es" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "deprecated_at" TIMESTAMPTZ(3),
    "replaced_by" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "code_list_entry_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "code_list_entry_jurisdiction_id_list_code_key" ON "code_list_entry"("jurisdiction_id", "list", "code");

ALTER TABLE "listing_check" ADD CONSTRAINT "listing_check_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organization_claim" ADD CONSTRAINT "organization_claim_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written from here -----------------------------------------------------------------------------------------
create index hand_listing_check_open on listing_check (jurisdiction_id, service_id) where used_at is null;

-- A check's link is opened by somebody whose jurisdiction is not known yet. This answers the check of one
-- exact hash, used or not, and nothing else.
create function find_listing_check(hash text)
returns table (id uuid, jurisdiction_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id, c.jurisdiction_id from listing_check c where c.token_hash = hash
$$;
revoke all on function find_listing_check(text) from public;
grant execute on function find_listing_check(text) to upstream_app;

-- A place that becomes hidden is forgotten in the history too: that its fields changed stays, their values go. The history
-- is append-only for the application; this is the one way around it, and it can only empty.
create function forget_place_history(listing uuid)
returns void
language sql security definer set search_path = public, pg_temp
as $$
  with here as (
    select distinct other.service_id from service_at_location own
    join location l on l.id = own.location_id
    join service s on s.id = own.service_id
    join service_at_location other on other.location_id = own.location_id
    where own.service_id = listing and own.jurisdiction_id = app_jurisdiction()
      and (l.visibility = 'hidden' or s.confidential)
  ), gone as (
    delete from field_change f using here
    where f.service_id = here.service_id and f.entity in ('location', 'address', 'accessibility')
      and (f.previous is not null or f.replacement is not null)
    returning f.*
  )
  insert into field_change (id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action, field,
    changed_by, actor_id, source, source_id)
  select id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action, field,
    changed_by, actor_id, source, source_id from gone
$$;
revoke all on function forget_place_history(uuid) from public;
grant execute on function forget_place_history(uuid) to upstream_app;
