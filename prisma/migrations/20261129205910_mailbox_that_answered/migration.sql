-- The address from which somebody of the organization answered. An address that came with an import is known to work only then.
alter table organization add column answering_email text;
