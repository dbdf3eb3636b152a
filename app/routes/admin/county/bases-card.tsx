import { useTranslation } from "react-i18next";
import type { BasisInUse } from "~/domain/jurisdiction/list-bases.server";
import { useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { Tag } from "~/ui/tag";

type Props = { bases: readonly BasisInUse[]; version: number };

/** Every disclosure basis: what it is, what stands on it, and what may be done with it. */
export function BasesCard({ bases, version }: Props) {
  const { t } = useTranslation("admin-county");
  return (
    <Card aria-labelledby="bases">
      <h2 id="bases">{t("bases.list")}</h2>
      {bases.length === 0 && <p>{t("bases.empty")}</p>}
      <ul className="form-stack mt-2">
        {bases.map((basis) => (
          <BasisLine key={basis.key} {...{ basis, version }} />
        ))}
      </ul>
    </Card>
  );
}

function BasisLine({ basis, version }: { basis: BasisInUse; version: number }) {
  const { t } = useTranslation("admin-county");
  const language = useLanguage();
  const { key, kind, citation, label, ended, referrals } = basis;
  const act = (intent: "end" | "restore" | "remove") => (
    <PageForm method="post" action={pathTo("/admin/county/bases")} values={{ intent, version, key }}>
      <Button small>{t(`bases.act.${intent}`)}</Button>
    </PageForm>
  );
  return (
    <li className="[overflow-wrap:anywhere]">
      <a href={`${pathTo("/admin/county/bases")}?basis=${key}#form`}>
        {label[language] ?? label["en"] ?? key}
      </a>{" "}
      <Tag tone={ended ? "neu" : "ok"}>{t(`bases.state.${ended ? "ended" : "in_use"}`)}</Tag>
      <p className="meta">
        {t(`bases.kind.${kind}`)}: {citation}
      </p>
      <p className="meta">{t("bases.referrals", { count: referrals })}</p>
      <div className="row mt-2">
        {act(ended ? "restore" : "end")}
        {referrals === 0 && act("remove")}
      </div>
    </li>
  );
}
