import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { conflictInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { useLineCut } from "~/ui/stay-when-cut";
import { errorsInWords } from "./errors-in-words";
import { outreachActs } from "./find/act-on-outreach.server";
import { FindPage } from "./find/find-page";
import { keepDraft } from "./find/keep-draft.server";
import { loadOutreach } from "./find/load-outreach.server";
import { OutreachPanel } from "./find/outreach-panel";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  hydrate: true,
  i18n: ["intake"],
  title: (t) => t("intake:outreach.title"),
});
export const loader = deskLoader("intake", loadOutreach);
export const action = deskAction("intake", outreachActs, { onRefusal: keepDraft });
export { stayWhenCut as clientAction, unlessCut as shouldRevalidate } from "~/ui/stay-when-cut";

/** Reach out: the caller is not the family, so there is no yes to ask for; the minimum set and what allows it. */
export default function Outreach() {
  const { view, outreach, banner, safetyOpen, backTo } = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  const refusal = useActionData<typeof action>();
  const cut = useLineCut();
  const panel = (
    <OutreachPanel
      call={view.call}
      outreach={outreach}
      errors={errorsInWords(t, refusal?.errors)}
      refused={conflictInWords(t, cut ? "not_sent" : refusal?.conflict)}
    />
  );
  return <FindPage view={view} panel={panel} banner={banner} safetyOpen={safetyOpen} backTo={backTo} />;
}
