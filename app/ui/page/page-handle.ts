import type { SerializeFrom } from "@remix-run/node";
import type { TFunction } from "i18next";
import type { Namespace } from "../../locales/languages";

/**
 * What a route tells the document.
 * - `hydrate`: send the framework's scripts. Without it the page sends none.
 * - `i18n`: the namespaces whose words the scripts need (`common` and `status` always go along).
 * - `title`: the title in words. Never a family's name, phone or need.
 * - `family`: larger text, for public and family pages.
 * - `robots`: "noindex" for pages that search engines must not keep.
 */
export type PageHandle<Loader = unknown> = {
  hydrate?: true;
  i18n?: readonly Namespace[];
  title?: (t: TFunction, data: SerializeFrom<Loader>) => string;
  family?: true;
  robots?: "noindex";
};

/** @example export const handle = pageHandle<typeof loader>({ hydrate: true, i18n: ["provider"], title: (t) => t("common:brand") }) */
export function pageHandle<Loader = unknown>(handle: PageHandle<Loader>): PageHandle<Loader> {
  return handle;
}
