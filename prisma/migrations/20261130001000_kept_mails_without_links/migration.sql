-- Mails that were kept before their private links were left out: whoever reads them must not act for somebody else.
update outbox_message
set html = regexp_replace(html, '/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])', '/PRIVATE-LINK', 'g'),
    text = regexp_replace(text, '/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])', '/PRIVATE-LINK', 'g')
where html is not null;
