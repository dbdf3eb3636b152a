import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { helpTopics } from "./help-topics";
import { ProsePage } from "./prose-page";

export const handle = pageHandle<typeof loader>({
  family: true,
  title: (t, { topic }) => t(`pages:help.${topic}.title`),
});

export function loader({ params }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang);
  const topic = helpTopics.find((one) => one === params.topic);
  if (!topic) throw new Response("Not Found", { status: 404 });
  return { language, topic };
}

export default function Help() {
  const { language, topic } = useLoaderData<typeof loader>();
  const { t } = useTranslation("pages");
  const others = helpTopics.filter((one) => one !== topic);
  const side = (
    <Card className="mb-3">
      <h2>{t("more")}</h2>
      <ul className="link-list">
        {others.map((one) => (
          <li key={one}>
            <a href={pathTo("/:lang/help/:topic", { lang: language, topic: one })}>
              {t(`help.${one}.title`)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
  return <ProsePage page={`help.${topic}`} side={side} />;
}
