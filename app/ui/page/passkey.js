/*
 * Asks the person's device for a passkey and sends its answer with the form around it. Only where the browser can: without,
 * the part stays hidden and everything else works. One small script of its own (decision 0003).
 */
(() => {
  const can = self.PublicKeyCredential;
  if (!can?.parseRequestOptionsFromJSON || !can.parseCreationOptionsFromJSON) return;
  const questionOf = async (intent, path) => {
    const answer = await fetch(path, { method: "POST", body: new URLSearchParams({ intent }) });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };
  const ask = async ({ passkey: intent, passkeyPath }) => {
    const question = await questionOf(intent, passkeyPath);
    return intent === "add"
      ? navigator.credentials.create({ publicKey: can.parseCreationOptionsFromJSON(question) })
      : navigator.credentials.get({ publicKey: can.parseRequestOptionsFromJSON(question) });
  };
  const fill = async (part, form) => {
    const told = part.querySelector("[data-failed]");
    told.textContent = "";
    try {
      const made = await ask(part.dataset);
      form.elements.passkey.value = JSON.stringify(made.toJSON());
      form.requestSubmit();
    } catch (error) {
      const { old, had, failed } = told.dataset;
      told.textContent = error.message === "409" ? old : error.name === "InvalidStateError" ? had : failed;
    }
  };
  // Before any other listener: a form without the device's answer was not sent yet.
  addEventListener(
    "submit",
    (event) => {
      const part = event.target.closest("[data-passkey]");
      if (!part || event.target.elements.passkey.value) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void fill(part, event.target);
    },
    true,
  );
  for (const part of document.querySelectorAll("[data-passkey]")) {
    part.querySelector("[name=passkey]").value = "";
    part.hidden = false;
  }
  for (const other of document.querySelectorAll("[data-without-passkey]")) other.hidden = true;
})();
