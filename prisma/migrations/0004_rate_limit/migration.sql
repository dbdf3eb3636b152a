-- Counters of rate-limiter-flexible: worth nothing after a crash, so not logged; outside the schema that Prisma compares.
create schema limits;
create unlogged table limits.rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
grant usage on schema limits to upstream_app;
grant select, insert, update, delete on limits.rate_limit to upstream_app;
