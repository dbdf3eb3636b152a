import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { conflictInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { useLineCut } from "~/ui/stay-when-cut";
import { callActs } from "./find/act-on-call.server";
import { FindPage } from "./find/find-page";
import { loadFind } from "./find/load-find.server";
import { revalidateCall } from "./find/revalidate-call";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  hydrate: true,
  i18n: ["intake"],
  title: (t) => t("intake:find.title"),
});
export const loader = deskLoader("intake", (args) => loadFind(args, null));
export const action = deskAction("intake", callActs);

export { stayWhenCut as clientAction } from "~/ui/stay-when-cut";
export const shouldRevalidate = revalidateCall;

/** One call: find a program. */
export default function Call() {
  const { view, banner, safetyOpen, backTo } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const cut = useLineCut();
  const { t } = useTranslation("intake");
  const known = acted && "known" in acted ? acted.known : undefined;
  const refused = conflictInWords(t, cut ? "not_sent" : acted?.conflict);
  return <FindPage {...{ view, banner, safetyOpen, backTo, known, refused }} />;
}
