import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "~/ui/card";
import { Icon } from "~/ui/icon";
import { PublicPage } from "~/ui/page/public-page";

type Section = { title: string; text: string; items: string[] };

/** A page of plain text from the `pages` words: title, lede, then headed parts. */
export function ProsePage({ page, side }: { page: string; side?: ReactNode }) {
  const { t } = useTranslation("pages");
  const sections = t(`${page}.sections`, { returnObjects: true }) as Section[];
  return (
    <PublicPage
      title={t(`${page}.title`)}
      lede={t(`${page}.lede`)}
      side={{
        label: t("more"),
        content: (
          <>
            {side}
            <TalkCard />
          </>
        ),
      }}
    >
      <div className="prose">
        {sections.map(({ title, text, items }) => (
          <section key={title}>
            <h2>{title}</h2>
            {text && <p>{text}</p>}
            {items.length > 0 && (
              <ul>
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </PublicPage>
  );
}

/** The phone line, in the same place on every page of text. */
function TalkCard() {
  const { t } = useTranslation("pages");
  return (
    <Card>
      <h2>{t("talk.title")}</h2>
      <p>{t("talk.text")}</p>
      <a className="big-phone" href="tel:211">
        <Icon name="phone" size={20} /> <bdi dir="ltr">211</bdi>
      </a>
    </Card>
  );
}
