-- "OPT2" and "012" are extensions too, and no numbers.
alter table phone add column extension_words text;
