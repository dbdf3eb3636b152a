-- A child whose birth date was mistaken is told anew: the first row stays as history and is linked to nothing any more.
alter table person add column superseded_by_id uuid references person (id) on delete set null;
create index person_superseded_by_id_idx on person (superseded_by_id) where superseded_by_id is not null;
