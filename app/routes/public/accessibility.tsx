import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireLanguage } from "~/locales/require-language";
import { pageHandle } from "~/ui/page/page-handle";
import { ProsePage } from "./prose-page";

export const handle = pageHandle({ family: true, title: (t) => t("pages:accessibility.title") });

export function loader({ params }: LoaderFunctionArgs) {
  return { language: requireLanguage(params.lang) };
}

export default function Accessibility() {
  return <ProsePage page="accessibility" />;
}
