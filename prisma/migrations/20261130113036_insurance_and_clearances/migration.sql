-- What a vetting looks at besides the agreement.
alter table organization add column insurance_until date, add column clearances_checked_on date;
