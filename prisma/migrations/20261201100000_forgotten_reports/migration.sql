-- What a jurisdiction keeps no longer goes with all that leads to it: also which referral grew out of the report.
create or replace function protected.forget_report_secrets(reports text[]) returns void
  language sql security definer set search_path = protected, public, pg_temp as $$
  delete from report_secret where jurisdiction_id = app_jurisdiction() and report_id = any (reports);
  delete from extract_secret where jurisdiction_id = app_jurisdiction() and report_id = any (reports);
  delete from report_origin where jurisdiction_id = app_jurisdiction() and report_id = any (reports);
$$;
grant delete on protected.report_origin to upstream_protected;
