-- Hand-written. The codes that listings keep (directory/eligibility-rules.ts).
update taxonomy_term set code = 'not_currently', source_id = 'evidence:not_currently' where source_id = 'evidence:does_not_meet';
update taxonomy_term set code = 'childrens_competence', source_id = 'protective_factors:childrens_competence'
  where source_id = 'protective_factors:social_emotional_competence';

-- As one expression, so that it is written out where it is called: an import asks it a million times.
create or replace function mirror_id(space uuid, name text) returns uuid language sql immutable parallel safe as $$
  select overlay(overlay(md5(decode(replace(space::text, '-', ''), 'hex') || convert_to(name, 'UTF8'))
    placing '3' from 13) placing '8' from 17)::uuid
$$;
