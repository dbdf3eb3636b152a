import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { readId } from "~/domain/kernel/ids";
import { conflictInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { useLineCut } from "~/ui/stay-when-cut";
import { referralActs } from "./inbox/act-on-referral.server";
import { errorsInWords } from "./inbox/errors-in-words";
import { InboxPage } from "./inbox/inbox-page";
import { loadInbox } from "./inbox/load-inbox.server";
import styles from "./provider.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  hydrate: true,
  i18n: ["provider"],
  title: (t) => t("provider:nav.referrals"),
});
export const loader = deskLoader("provider", (args) => loadInbox(args, readId(args.params.id)));
export const action = deskAction("provider", referralActs);
export { stayWhenCut as clientAction, unlessCut as shouldRevalidate } from "~/ui/stay-when-cut";

/** One referral, in the inbox. */
export default function Referral() {
  const view = useLoaderData<typeof loader>();
  const { t } = useTranslation("provider");
  const refusal = useActionData<typeof action>();
  const cut = useLineCut();
  return (
    <InboxPage
      view={view}
      errors={errorsInWords(t, refusal?.errors)}
      typed={refusal?.typed}
      refused={conflictInWords(t, cut ? "not_sent" : refusal?.conflict)}
    />
  );
}
