-- A try that was taken back stays as history; an undo sets the clock where it stood before the act.
alter table contact_attempt add column taken_back_at timestamptz(3);
alter table referral_event add column due_before timestamptz(3), add column resume_before timestamptz(3);
