-- Hand-written. A later extract may correct a reporter or a narrative, or take it back.
grant update, delete on protected.report_secret to upstream_protected;
