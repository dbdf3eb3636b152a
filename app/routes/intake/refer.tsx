import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { conflictInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { useLineCut } from "~/ui/stay-when-cut";
import { errorsInWords } from "./errors-in-words";
import { programActs } from "./find/act-on-program.server";
import { FindPage } from "./find/find-page";
import { keepDraft } from "./find/keep-draft.server";
import { loadFind } from "./find/load-find.server";
import { NobodyPanel } from "./find/nobody-panel";
import { OpenPanel } from "./find/open-panel";
import { ReferPanel } from "./find/refer-panel";
import { TextPanel } from "./find/text-panel";
import { WarmPanel } from "./find/warm-panel";
import { revalidateCall } from "./find/revalidate-call";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  hydrate: true,
  i18n: ["intake"],
  title: (t) => t("intake:find.title"),
});
export const loader = deskLoader("intake", (args) => loadFind(args, args.params.program ?? ""));
export const action = deskAction("intake", programActs, { onRefusal: keepDraft });

export { stayWhenCut as clientAction } from "~/ui/stay-when-cut";
export const shouldRevalidate = revalidateCall;

const panels = { refer: ReferPanel, text: TextPanel, warm: WarmPanel, open: OpenPanel, nobody: NobodyPanel };

/** The same screen with one program's panel beside the results. */
export default function Refer() {
  const { view, panel, banner, safetyOpen, backTo } = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  const refusal = useActionData<typeof action>();
  const cut = useLineCut();
  if (!panel) return null;
  const Panel = panels[panel.how];
  const drawn = (
    <Panel
      key={`${panel.slug} ${panel.how}`}
      call={view.call}
      panel={panel}
      errors={errorsInWords(t, refusal?.errors)}
      refused={conflictInWords(t, cut ? "not_sent" : refusal?.conflict)}
    />
  );
  return (
    <FindPage
      view={view}
      panel={drawn}
      banner={banner}
      safetyOpen={safetyOpen}
      draftForm={panel.how === "refer" ? "refer" : undefined}
      backTo={backTo}
    />
  );
}
