/*
 * What somebody typed on a staff page stays in this tab until it was sent: over a cut line, a session that ended, Escape,
 * a page left. Only the person who typed it gets it back; signing out, here or in another tab, takes it away at once.
 * One small script of its own, so that pages without the framework have it too (decision 0014).
 */
(() => {
  const { dataset } = document.documentElement;
  const { notSent, back, clear } = document.currentScript.dataset;
  const person = dataset.person;
  const live = "formKey" in dataset;
  const [prefix, out, longestMs] = ["words:", "words-out", 12 * 3_600e3];
  const failed = () => document.querySelector(".errors, .banner.tone-bad, [data-failed]") !== null;
  const keys = () => Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
  const read = (key) => JSON.parse(sessionStorage.getItem(key));
  const write = (key, kept) => sessionStorage.setItem(key, JSON.stringify(kept));
  const forget = () => keys().forEach((key) => sessionStorage.removeItem(key));

  const typed = /^(text|tel|email|number|date|url|textarea|select-one|radio|checkbox)$/;
  const fieldsOf = (form) =>
    form.method === "post" && !form.closest("[role=search]") && !form.querySelector("[type=password]")
      ? [...form.elements].filter(
          (field) =>
            field.name &&
            typed.test(field.type) &&
            !field.readOnly &&
            !field.closest("[data-keep=no]") &&
            field.autocomplete !== "one-time-code",
        )
      : [];
  const ticks = (field) => field.type === "radio" || field.type === "checkbox";
  const nameOf = (field) => (ticks(field) ? `${field.name}=${field.value}` : field.name);
  const valueOf = (field) => (ticks(field) ? field.checked : field.value);
  const hidden = (form) => [...form.querySelectorAll("input[type=hidden]")];
  const versionOf = (form) => hidden(form).find(({ name }) => name === "version")?.value;
  const drawnAnew = /^(formKey|version|words)/;
  /**
   * Which form: by where it goes, what it is about and what it asks for. The page's own path does not say it: the inbox
   * without an id shows whichever family is first.
   */
  const keyOf = (form) => {
    const { pathname, searchParams } = new URL(form.action);
    const about = hidden(form).filter(({ name }) => !drawnAnew.test(name));
    const parts = [searchParams.get("program"), ...about.map(({ value }) => value)];
    return prefix + [pathname, ...parts, ...fieldsOf(form).map(nameOf)].join(" ");
  };

  const tell = (form, words, role) => {
    form.querySelector(".words-kept")?.remove();
    const note = document.createElement("p");
    note.className = "words-kept field-error row";
    note.setAttribute("role", role);
    note.textContent = words;
    form.prepend(note);
    return note;
  };
  const save = (form) => {
    const fields = Object.fromEntries(fieldsOf(form).map((field) => [nameOf(field), valueOf(field)]));
    write(keyOf(form), { person, at: Date.now(), version: versionOf(form), sent: false, fields });
  };
  /** A row that moved on meanwhile has fields of its own now: only empty ones take what was typed for it before. */
  const takes = (form, kept, field) => {
    const was = kept.fields[nameOf(field)];
    if (was === undefined || was === valueOf(field)) return false;
    if (form.dataset.keep === "longer") return !ticks(field) && was.startsWith(field.value);
    return kept.version === versionOf(form) || (!ticks(field) && field.value === "");
  };
  const restore = (form) => {
    const key = fieldsOf(form).length > 0 && keyOf(form);
    const kept = key && read(key);
    const fields = kept ? fieldsOf(form).filter((field) => takes(form, kept, field)) : [];
    if (fields.length === 0) return;
    for (const field of fields) field[ticks(field) ? "checked" : "value"] = kept.fields[nameOf(field)];
    for (let at = form.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    form.dispatchEvent(new Event("input", { bubbles: true }));
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "btn btn-s", textContent: clear });
    button.addEventListener("click", () => {
      sessionStorage.removeItem(key);
      form.reset();
      button.parentElement.remove();
      fieldsOf(form)[0]?.focus();
    });
    tell(form, back, "status").append(button);
  };

  const outAt = Number(localStorage.getItem(out) ?? 0);
  const refused = failed();
  for (const key of keys()) {
    const kept = read(key);
    const gone = kept.at < outAt || Date.now() - kept.at > longestMs || (person && kept.person !== person);
    if (gone || (kept.sent && person && !refused)) sessionStorage.removeItem(key);
    else write(key, { ...kept, sent: false });
  }
  addEventListener("storage", (event) => event.key === out && forget());
  if (!person) return;

  document.addEventListener("input", ({ target }) => {
    if (target.form && fieldsOf(target.form).includes(target)) save(target.form);
  });

  let [checking, reached, pending] = [false, null, null];
  const formKeyOf = (form) => hidden(form).find(({ name }) => name === "formKey")?.value;
  const whenReached = async (form, submitter) => {
    checking = true;
    try {
      if (!(await fetch("/readyz", { method: "HEAD", cache: "no-store" })).ok) throw new Error("away");
      reached = form;
      form.requestSubmit(submitter);
    } catch {
      (submitter?.querySelector("span") ?? submitter ?? {}).textContent = notSent;
      tell(form, notSent, "alert");
    }
    checking = false;
  };
  document.addEventListener(
    "submit",
    (event) => {
      const { target: form, submitter } = event;
      if (new URL(form.action).pathname === "/sign-out") {
        forget();
        return localStorage.setItem(out, Date.now());
      }
      if (form.method !== "post" || form.enctype === "multipart/form-data") return;
      const key = fieldsOf(form).length > 0 ? keyOf(form) : null;
      if (live) return void (pending = { form, key, drawing: formKeyOf(form) });
      if (reached !== form) {
        event.preventDefault();
        return checking || void whenReached(form, submitter);
      }
      reached = null;
      const kept = key && read(key);
      if (kept) write(key, { ...kept, sent: true });
    },
    true,
  );

  if (!live) return [...document.forms].forEach(restore);
  const seen = new WeakSet();
  /** With the framework, a form was taken when it is gone, or drawn anew without a word of what is wrong. */
  const look = () => {
    if (!("live" in dataset)) return;
    if (pending && failed()) pending = null;
    if (pending && (!pending.form.isConnected || formKeyOf(pending.form) !== pending.drawing)) {
      if (pending.key) sessionStorage.removeItem(pending.key);
      pending = null;
    }
    for (const form of document.forms) {
      if (!seen.has(form)) restore(form);
      seen.add(form);
    }
  };
  new MutationObserver(look).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["value", "data-live"],
  });
  look();
})();
