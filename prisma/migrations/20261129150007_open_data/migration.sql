-- What leaves as open data: our own lists as taxonomies, and which rows of the directory may leave.

-- Our own lists as HSDS taxonomies of the whole portal: what listings keep as codes leaves as attributes of these
-- terms (domain/directory/search-index/mirror-listing-rows.server.ts). Ids are UUIDv5 of our namespace and the code, the same everywhere.
insert into taxonomy (id, name, description, source, source_id) values
  ('0320ded7-af62-5f10-a4c6-42583a88204c', 'Upstream prevention needs', 'What families ask for: the short list that this portal searches by.', 'upstream', 'needs'),
  ('b12dc786-e0b6-55e7-8859-afb5920d5051', 'Title IV-E prevention services rating', 'How the Title IV-E Prevention Services Clearinghouse rates the model that a program delivers.', 'upstream', 'evidence'),
  ('9b95f59f-49b5-5c6a-962e-ada2b6871a34', 'Protective factors', 'The five protective factors of the Strengthening Families framework (Center for the Study of Social Policy), by name.', 'upstream', 'protective_factors'),
  ('4a6bd6aa-c403-510d-a2fe-7cfb3bbb8cf5', 'Values without a term', 'Holds values that a source gave without saying what they are a value of.', 'upstream', 'values');
insert into taxonomy_term (id, taxonomy_id, code, name, description, language, need_codes, source_id) values
  ('e959624e-af22-57b7-80b8-309a76e6b0fc', '0320ded7-af62-5f10-a4c6-42583a88204c', 'parenting_support', 'Parenting support', 'A need of families: Parenting support.', 'en', '{parenting_support}', 'needs:parenting_support'),
  ('00ce9e53-5457-5f22-890c-f6311754fa2c', '0320ded7-af62-5f10-a4c6-42583a88204c', 'home_visiting', 'Visits at home', 'A need of families: Visits at home.', 'en', '{home_visiting}', 'needs:home_visiting'),
  ('2410b47e-1606-57ad-96ad-40b976a72758', '0320ded7-af62-5f10-a4c6-42583a88204c', 'support_groups', 'A group of other parents', 'A need of families: A group of other parents.', 'en', '{support_groups}', 'needs:support_groups'),
  ('ff62d748-a08a-5e8b-8ca0-7d8c103c56b4', '0320ded7-af62-5f10-a4c6-42583a88204c', 'fathers', 'Help for fathers', 'A need of families: Help for fathers.', 'en', '{fathers}', 'needs:fathers'),
  ('2200a9e6-1785-5069-952d-ee820da5d008', '0320ded7-af62-5f10-a4c6-42583a88204c', 'kinship_care', 'Raising a grandchild or relative', 'A need of families: Raising a grandchild or relative.', 'en', '{kinship_care}', 'needs:kinship_care'),
  ('d19717cd-ca95-5afd-9722-14bf19295079', '0320ded7-af62-5f10-a4c6-42583a88204c', 'counseling', 'Someone to talk to (counseling)', 'A need of families: Someone to talk to (counseling).', 'en', '{counseling}', 'needs:counseling'),
  ('d437c375-5155-5326-b232-34892960d09c', '0320ded7-af62-5f10-a4c6-42583a88204c', 'crisis_help', 'Help right now (crisis line)', 'A need of families: Help right now (crisis line).', 'en', '{crisis_help}', 'needs:crisis_help'),
  ('663e9be7-e105-5506-a9c8-f65f34b367ef', '0320ded7-af62-5f10-a4c6-42583a88204c', 'substance_use', 'Help with alcohol or drugs', 'A need of families: Help with alcohol or drugs.', 'en', '{substance_use}', 'needs:substance_use'),
  ('28f334b5-44d3-5f7e-84f3-1e0f355ba294', '0320ded7-af62-5f10-a4c6-42583a88204c', 'family_violence', 'Safety from violence at home', 'A need of families: Safety from violence at home.', 'en', '{family_violence}', 'needs:family_violence'),
  ('2b9264cd-2846-5ff3-afe8-e359b702ccb3', '0320ded7-af62-5f10-a4c6-42583a88204c', 'child_care', 'Child care', 'A need of families: Child care.', 'en', '{child_care}', 'needs:child_care'),
  ('8a65ba7b-f75c-5acb-9d6a-f9f19336e164', '0320ded7-af62-5f10-a4c6-42583a88204c', 'preschool', 'Preschool and Head Start', 'A need of families: Preschool and Head Start.', 'en', '{preschool}', 'needs:preschool'),
  ('e6748717-30cc-572e-a07d-02bf49f4e7cb', '0320ded7-af62-5f10-a4c6-42583a88204c', 'after_school', 'After school and homework help', 'A need of families: After school and homework help.', 'en', '{after_school}', 'needs:after_school'),
  ('ebe247d9-b64d-5baf-90c6-427301f5e6bb', '0320ded7-af62-5f10-a4c6-42583a88204c', 'mentoring', 'A mentor for my child', 'A need of families: A mentor for my child.', 'en', '{mentoring}', 'needs:mentoring'),
  ('27cc6663-7b87-5666-962d-07534f92b077', '0320ded7-af62-5f10-a4c6-42583a88204c', 'early_development', 'Help with my child''s development', 'A need of families: Help with my child''s development.', 'en', '{early_development}', 'needs:early_development'),
  ('4b26f9c5-4405-577d-84a7-98864b0201fb', '0320ded7-af62-5f10-a4c6-42583a88204c', 'pregnancy', 'Pregnancy and a new baby', 'A need of families: Pregnancy and a new baby.', 'en', '{pregnancy}', 'needs:pregnancy'),
  ('e21be856-a27f-5d3d-9bf0-1c1422ae280e', '0320ded7-af62-5f10-a4c6-42583a88204c', 'baby_supplies', 'Diapers, formula and baby things', 'A need of families: Diapers, formula and baby things.', 'en', '{baby_supplies}', 'needs:baby_supplies'),
  ('dceea6d4-6ff7-59f7-94d3-554a78cf4367', '0320ded7-af62-5f10-a4c6-42583a88204c', 'food', 'Food', 'A need of families: Food.', 'en', '{food}', 'needs:food'),
  ('521d43bc-4ec5-5360-91a3-f4f1523d8108', '0320ded7-af62-5f10-a4c6-42583a88204c', 'housing', 'Rent and housing', 'A need of families: Rent and housing.', 'en', '{housing}', 'needs:housing'),
  ('80a085da-d4c4-5b51-bf40-8a3585de6d05', '0320ded7-af62-5f10-a4c6-42583a88204c', 'shelter', 'A place to stay tonight', 'A need of families: A place to stay tonight.', 'en', '{shelter}', 'needs:shelter'),
  ('5c050fa2-47b9-5876-b98b-9249e0ba1328', '0320ded7-af62-5f10-a4c6-42583a88204c', 'utilities', 'Electricity, gas, water and phone bills', 'A need of families: Electricity, gas, water and phone bills.', 'en', '{utilities}', 'needs:utilities'),
  ('e59e8b95-febe-529f-ab94-70589caaea7b', '0320ded7-af62-5f10-a4c6-42583a88204c', 'clothing_household', 'Clothes and furniture', 'A need of families: Clothes and furniture.', 'en', '{clothing_household}', 'needs:clothing_household'),
  ('31e7e8b6-32fc-511d-9fbd-cf42ad59db52', '0320ded7-af62-5f10-a4c6-42583a88204c', 'money_help', 'Money and benefits', 'A need of families: Money and benefits.', 'en', '{money_help}', 'needs:money_help'),
  ('1356e4b5-e8e3-509a-9d53-0168336c8202', '0320ded7-af62-5f10-a4c6-42583a88204c', 'work_training', 'Work and job training', 'A need of families: Work and job training.', 'en', '{work_training}', 'needs:work_training'),
  ('92fd8987-d174-5926-87e9-e72e2d6c3edc', '0320ded7-af62-5f10-a4c6-42583a88204c', 'adult_education', 'English, GED and classes', 'A need of families: English, GED and classes.', 'en', '{adult_education}', 'needs:adult_education'),
  ('c3cd34a7-0e0a-5478-a25c-1baee6205cbf', '0320ded7-af62-5f10-a4c6-42583a88204c', 'transportation', 'Rides and bus passes', 'A need of families: Rides and bus passes.', 'en', '{transportation}', 'needs:transportation'),
  ('7ee455dd-d8c5-58cf-9f5e-8dd9f772ba12', '0320ded7-af62-5f10-a4c6-42583a88204c', 'legal_help', 'Legal help', 'A need of families: Legal help.', 'en', '{legal_help}', 'needs:legal_help'),
  ('7d3e788b-9295-5cd9-806f-8a3b729f910a', '0320ded7-af62-5f10-a4c6-42583a88204c', 'immigration', 'Immigration help', 'A need of families: Immigration help.', 'en', '{immigration}', 'needs:immigration'),
  ('bee2f25c-a46d-5916-b8bb-5fcdd4de889d', '0320ded7-af62-5f10-a4c6-42583a88204c', 'health_care', 'Doctor, dentist and insurance', 'A need of families: Doctor, dentist and insurance.', 'en', '{health_care}', 'needs:health_care'),
  ('bb725e7d-d59c-5889-86d1-e8001c65c444', '0320ded7-af62-5f10-a4c6-42583a88204c', 'respite', 'A break for parents', 'A need of families: A break for parents.', 'en', '{respite}', 'needs:respite'),
  ('a664883f-05f3-55c5-8ef0-07f4b56c05ce', '0320ded7-af62-5f10-a4c6-42583a88204c', 'family_help', 'Help finding what we need', 'A need of families: Help finding what we need.', 'en', '{family_help}', 'needs:family_help'),
  ('1075da63-64d0-5568-9fb2-eefefa0f8908', 'b12dc786-e0b6-55e7-8859-afb5920d5051', 'well_supported', 'Well-supported', 'Rated well-supported by the Title IV-E Prevention Services Clearinghouse.', 'en', '{}', 'evidence:well_supported'),
  ('8f59de61-b388-5b39-a311-52103a7ee43b', 'b12dc786-e0b6-55e7-8859-afb5920d5051', 'supported', 'Supported', 'Rated supported by the Title IV-E Prevention Services Clearinghouse.', 'en', '{}', 'evidence:supported'),
  ('df01d004-2387-5b7e-bc9b-6b4cc13ea026', 'b12dc786-e0b6-55e7-8859-afb5920d5051', 'promising', 'Promising', 'Rated promising by the Title IV-E Prevention Services Clearinghouse.', 'en', '{}', 'evidence:promising'),
  ('08de2a6f-1f75-5b55-b7b8-c33df6fe01b9', 'b12dc786-e0b6-55e7-8859-afb5920d5051', 'not_currently', 'Does not currently meet criteria', 'Reviewed by the Title IV-E Prevention Services Clearinghouse and found not to meet its criteria at present.', 'en', '{}', 'evidence:not_currently'),
  ('15adb3fa-ca4a-5b96-8578-3d3380a4f876', '9b95f59f-49b5-5c6a-962e-ada2b6871a34', 'parental_resilience', 'Parental resilience', 'Protective factor: parental resilience.', 'en', '{}', 'protective_factors:parental_resilience'),
  ('1d48d963-e648-5ae6-81a5-9c073d57cefb', '9b95f59f-49b5-5c6a-962e-ada2b6871a34', 'social_connections', 'Social connections', 'Protective factor: social connections.', 'en', '{}', 'protective_factors:social_connections'),
  ('a8806109-30ca-58f9-b470-a62ef7c33afc', '9b95f59f-49b5-5c6a-962e-ada2b6871a34', 'knowledge_of_parenting', 'Knowledge of parenting and child development', 'Protective factor: knowledge of parenting and child development.', 'en', '{}', 'protective_factors:knowledge_of_parenting'),
  ('ef7bf317-a35d-58f9-a40e-74918467508f', '9b95f59f-49b5-5c6a-962e-ada2b6871a34', 'concrete_support', 'Concrete support in times of need', 'Protective factor: concrete support in times of need.', 'en', '{}', 'protective_factors:concrete_support'),
  ('0d8565f7-f083-584a-bb49-dc5403e64e68', '9b95f59f-49b5-5c6a-962e-ada2b6871a34', 'childrens_competence', 'Social and emotional competence of children', 'Protective factor: social and emotional competence of children.', 'en', '{}', 'protective_factors:childrens_competence'),
  ('2bb81727-a8d6-5c5b-849c-8f17f392cc23', '4a6bd6aa-c403-510d-a2fe-7cfb3bbb8cf5', 'value', 'A value', 'A value that its source gave without a term.', 'en', '{}', 'values:value');

-- The id of a row that mirrors what a listing keeps in an array or a count: UUID version 3 (RFC 9562 section 5.3) of the
-- listing's id and a name, so that writing it again changes nothing. As one
-- expression, so that it is written out where it is called: an import asks it a million times.
create function mirror_id(space uuid, name text) returns uuid language sql immutable parallel safe as $$
  select overlay(overlay(md5(decode(replace(space::text, '-', ''), 'hex') || convert_to(name, 'UTF8'))
    placing '3' from 13) placing '8' from 17)::uuid
$$;

-- What may leave as open data (domain/directory/outgoing/outgoing-gate.ts), for counting and paging through all of it.
create index hand_service_outgoing on service (jurisdiction_id, id)
  where listing_state = 'published' or (listing_state = 'unpublished' and published_at is not null);
create index hand_service_outgoing_modified on service (jurisdiction_id, last_modified)
  where listing_state = 'published' or (listing_state = 'unpublished' and published_at is not null);

-- Made from domain/directory/outgoing/outgoing-gate.ts (its test holds both alike). Whether a row of the directory may leave it,
-- for rows that name it as their parent. Not plain SQL: that would be written out wherever it is called.

create function organization_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from organization t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and (
  exists (select from service os where os.jurisdiction_id = t.jurisdiction_id and os.organization_id = t.id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null))))
  or (t.source <> 'portal' and t.merged_into_id is null and not exists (
    select from service kept where kept.jurisdiction_id = t.jurisdiction_id and kept.organization_id = t.id
      and kept.listing_state = 'do_not_list')))));
end $$;

create function program_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from program t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and organization_leaves(t.organization_id)
  and (t.source <> 'portal' or exists (select from service os where os.jurisdiction_id = t.jurisdiction_id and os.organization_id = t.organization_id and os.program_id = t.id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))))));
end $$;

-- A closed place leaves no more, nor its location unless a listing is given there still.
create function location_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from location t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and (
  exists (select from service_at_location ox where ox.location_id = t.id and (ox.closed_at is null and (ox.jurisdiction_id = app_jurisdiction() and exists (select from service os where os.id = ox.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))))))
  or (t.source <> 'portal' and not exists (select from service_at_location ux where ux.location_id = t.id)
    and (t.organization_id is null or organization_leaves(t.organization_id))))));
end $$;

create function service_at_location_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from service_at_location t where t.id = wanted and (t.closed_at is null and (t.jurisdiction_id = app_jurisdiction() and exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))))));
end $$;

create function contact_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from contact t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null))));
end $$;

create function phone_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from phone t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id) or contact_leaves(t.contact_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null and t.contact_id is null))));
end $$;

create function location_told(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return location_leaves(wanted) and exists (select from location t where t.id = wanted and t.visibility = 'full' and not exists (
    select from service_at_location hx join service hs on hs.id = hx.service_id where hx.location_id = t.id and hs.confidential));
end $$;
