-- No address of a family is kept, so nobody could write it a letter: it is called, or without a number calls by itself.
update "household" set "contact_way" = case when "phone" is null then 'will_call' else 'call' end where "contact_way" = 'mail';
