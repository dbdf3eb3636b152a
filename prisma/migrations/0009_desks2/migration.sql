-- CreateTable
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

-- CreateIndex
CREATE UNIQUE INDEX "answer_link_token_hash_key" ON "answer_link"("token_hash");

-- CreateIndex
CREATE INDEX "answer_link_jurisdiction_id_referral_id_idx" ON "answer_link"("jurisdiction_id", "referral_id");

-- CreateIndex
CREATE INDEX "answer_link_outbox_id_idx" ON "answer_link"("outbox_id");

-- AddForeignKey
ALTER TABLE "answer_link" ADD CONSTRAINT "answer_link_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "service_referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written: row-level security, and the look-up of a link whose jurisdiction is not known yet. It answers the link
-- of one exact hash, used, over or not (its page says so), and nothing else.
alter table answer_link enable row level security;
create policy tenant on answer_link using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or organization_id = any ((select app_organizations())::uuid[])));

create function find_answer_link(hash text)
returns table (id uuid, jurisdiction_id uuid, organization_id uuid, referral_id uuid, membership_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select l.id, l.jurisdiction_id, l.organization_id, l.referral_id, l.membership_id
  from answer_link l where l.token_hash = hash
$$;
revoke all on function find_answer_link(text) from public;
grant execute on function find_answer_link(text) to upstream_app;
