import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { countDuplicates, countSafetyHolds } from "~/domain/directory/index.server";
import { countSuggestions } from "~/domain/feedback/index.server";
import { readReadiness } from "~/domain/jurisdiction/index.server";
import { readMailState } from "~/domain/kernel/index.server";
import { countOrganizationsWaiting } from "~/domain/organizations/index.server";
import { mailLeaves } from "~/notify/mail-leaves.server";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { Note, Tag } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:home.title"),
});

export const loader = deskLoader("admin", async ({ ctx, session }) => {
  const organizations = await countOrganizationsWaiting(ctx);
  const pairs = await countDuplicates(ctx);
  const duplicates = pairs.organization + pairs.service;
  const first = pairs.organization > 0 ? "" : "?of=service";
  return {
    frame: frameOf(session),
    ready:
      mailLeaves() &&
      !(await readMailState(ctx)).failing &&
      Object.values(await readReadiness(ctx)).every(Boolean),
    waiting: [
      {
        key: "claims",
        count: organizations.claims,
        href: `${pathTo("/admin/organizations")}?filter=waiting`,
      },
      {
        key: "vettingEnding",
        count: organizations.vettingEnding,
        href: `${pathTo("/admin/organizations")}?filter=waiting&sort=vetted`,
      },
      {
        key: "tooFewPeople",
        count: organizations.tooFewPeople,
        href: `${pathTo("/admin/organizations")}?filter=waiting&sort=people`,
      },
      { key: "safetyHolds", count: await countSafetyHolds(ctx), href: pathTo("/admin/safety-holds") },
      { key: "suggestions", count: await countSuggestions(ctx), href: pathTo("/admin/suggestions") },
      { key: "duplicates", count: duplicates, href: `${pathTo("/admin/duplicates")}${first}` },
    ].filter(({ count }) => count > 0),
  };
});

const everything = [
  "start",
  "county",
  "county/rules",
  "county/bases",
  "county/senders",
  "county/words",
  "county/privacy",
  "county/records",
  "people",
  "organizations",
  "listing-review",
  "imports",
  "records",
  "suggestions",
  "duplicates",
  "safety-holds",
  "export",
  "needs",
  "situations",
  "areas",
  "translations",
  "categories",
  "outbox",
  "audit",
] as const;

/** What waits for a decision, with how much of it, and where everything of the administrator's is. */
export default function AdminHome() {
  const { frame, ready, waiting } = useLoaderData<typeof loader>();
  const { t } = useTranslation("admin-directory");
  return (
    <AdminFrame {...frame} current="more" title={t("home.title")} lede={t("home.lede")}>
      <div className="form-stack">
        {!ready && (
          <Note tone="warn">
            <a href={pathTo("/admin/start")}>{t("home.notReady")}</a>
          </Note>
        )}
        <Card aria-labelledby="waiting">
          <h2 id="waiting">{t("home.waiting")}</h2>
          {waiting.length === 0 ? (
            <p>
              <Tag tone="ok">{t("home.nothing")}</Tag>
            </p>
          ) : (
            <ul className="form-stack mt-2">
              {waiting.map(({ key, count, href }) => (
                <li key={key}>
                  <a href={href}>{t(`home.${key}`, { count })}</a>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card aria-labelledby="everything">
          <h2 id="everything">{t("home.everything")}</h2>
          <ul className="form-stack mt-2">
            {everything.map((key) => (
              <li key={key}>
                <a href={pathTo(`/admin/${key}`)}>{t(`home.links.${key}`)}</a>
                <span className="meta block">{t(`home.hints.${key}`)}</span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </AdminFrame>
  );
}
