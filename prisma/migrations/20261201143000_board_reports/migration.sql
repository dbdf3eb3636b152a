-- A quarter's report to a board, frozen: its figures as they stood that day, small ones hidden; both languages are drawn from them.
create table board_report (
  id uuid not null,
  jurisdiction_id uuid not null,
  quarter text not null,
  revision int not null,
  figures jsonb not null,
  notes jsonb not null,
  reason text,
  run_id uuid not null,
  data_through date not null,
  frozen_by_id uuid,
  frozen_by_name text,
  frozen_at timestamptz(3) not null,
  constraint board_report_pkey primary key (id)
);
-- Two who freeze at once: one of them is first.
create unique index board_report_jurisdiction_id_quarter_revision_key on board_report (jurisdiction_id, quarter, revision);
alter table board_report enable row level security;
create policy tenant on board_report using (jurisdiction_id = (select app_jurisdiction()) and (select app_organization()) is null);
revoke update, delete, truncate on board_report from upstream_app;
create trigger append_only before update or delete on board_report for each row execute function refuse_change();
create trigger append_only_whole before truncate on board_report for each statement execute function refuse_change();
