import type { LinksFunction } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { pageHandle } from "~/ui/page/page-handle";
import { callActs } from "./find/act-on-call.server";
import { FindPage } from "./find/find-page";
import { loadFind } from "./find/load-find.server";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  hydrate: true,
  i18n: ["intake"],
  title: (t) => t("intake:find.title"),
});
export const loader = deskLoader("intake", (args) => loadFind(args, null));
export const action = deskAction("intake", callActs);

/** Keeping a draft changes nothing on the screen. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get("intent") !== "draft" && defaultShouldRevalidate;

/** One call: find a program. */
export default function Call() {
  const { view, banner, safetyOpen, backTo } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const known = acted && "known" in acted ? acted.known : undefined;
  return <FindPage {...{ view, banner, safetyOpen, backTo, known }} />;
}
