import { useFetcher } from "@remix-run/react";
import { type RefObject, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import type { DraftView } from "./view";

export type Filled = { name: string; phone: boolean; way: string };

const pauseMs = 1000;

/** Saves the form to the call after a pause of 1 s and when a field is left, and tells what is filled as it is typed. */
export function useDraft(form: RefObject<HTMLFormElement>, callId: string, draft: DraftView): Filled {
  const { t } = useTranslation("intake");
  const fetcher = useFetcher({ key: "draft" });
  const { submit } = fetcher;
  const [filled, setFilled] = useState<Filled>({
    name: draft.name || t("someone"),
    phone: true,
    way: draft.way,
  });
  useEffect(() => {
    const element = form.current;
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = "";
    const look = () => setFilled(filledOf(new FormData(element), t("someone")));
    const save = () => {
      clearTimeout(timer);
      const fields = new FormData(element);
      for (const name of ["answer", "formKey"]) fields.delete(name);
      fields.set("intent", "draft");
      const now = new URLSearchParams([...fields].map(([key, value]) => [key, String(value)])).toString();
      if (now === last) return;
      last = now;
      submit(fields, { method: "post", action: pathTo("/intake/calls/:id", { id: callId }) });
    };
    const typed = () => {
      look();
      clearTimeout(timer);
      timer = setTimeout(save, pauseMs);
    };
    const left = () => timer !== undefined && save();
    element.addEventListener("input", typed);
    element.addEventListener("focusout", left);
    look();
    return () => {
      clearTimeout(timer);
      element.removeEventListener("input", typed);
      element.removeEventListener("focusout", left);
    };
  }, [form, callId, submit, t]);
  return filled;
}

function filledOf(fields: FormData, someone: string): Filled {
  const text = (name: string) => String(fields.get(name) ?? "").trim();
  return { name: text("name") || someone, phone: text("phone") !== "", way: text("way") || "call" };
}
