-- Information only, and warm transfers: what a call did without telling a program of a family. No person is in it.
create table information_given (
  id uuid primary key,
  jurisdiction_id uuid not null,
  call_id uuid references intake_call (id),
  service_id uuid not null references service (id) on delete cascade,
  kind text not null check (kind in ('details', 'warm')),
  given_by_user_id uuid,
  created_at timestamptz(3) not null
);
create unique index information_given_call_id_service_id_kind_key on information_given (call_id, service_id, kind);
create index information_given_jurisdiction_id_created_at_idx on information_given (jurisdiction_id, created_at);
-- The agency's own side: no provider has a row here.
alter table information_given enable row level security;
create policy tenant on information_given using (jurisdiction_id = (select app_jurisdiction()) and (select app_organization()) is null);
grant select, insert, update, delete on information_given to upstream_app;
