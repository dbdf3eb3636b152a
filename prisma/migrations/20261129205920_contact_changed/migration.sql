-- Since when a changed way to reach the family waits to be seen by the receiver.
alter table service_referral add column contact_changed_at timestamptz(3);
