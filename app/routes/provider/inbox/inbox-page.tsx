import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/card";
import { ErrorSummary } from "~/ui/form/error-summary";
import { FormKey } from "~/ui/form/form-key";
import { Icon } from "~/ui/icon";
import { Tabs } from "~/ui/navigation";
import { Banner } from "~/ui/tag";
import { useFocusAfter } from "~/ui/use-focus-after";
import { useShortcuts } from "~/ui/use-shortcuts";
import { ProviderPage } from "../provider-page";
import { inboxShortcuts } from "./inbox-shortcuts";
import { ReferralDetail } from "./referral-detail";
import { ReferralList } from "./referral-list";
import { SideColumn } from "./side-column";
import { useReferralFocus } from "./use-referral-focus";
import type { InboxView } from "./view";

type Props = {
  view: InboxView;
  errors?: Record<string, string[]>;
  /** What stood in the form that was refused. */
  typed?: Record<string, string>;
  refused?: string | null;
};

/** The referral inbox: what to answer first, the referral, and the openings it would use. */
export function InboxPage({ view, errors = {}, typed, refused }: Props) {
  const { t } = useTranslation(["provider", "status"]);
  useShortcuts();
  useFocusAfter();
  useReferralFocus(view.detail?.id ?? null);
  const base = pathTo("/provider/:org/referrals", { org: view.org });
  const tabs = view.tabs.map(({ stage, count }) => ({
    href: `${base}?stage=${stage}`,
    label: t(`status:stage.${stage}`),
    count: stage === "finished" ? undefined : count,
    current: stage === view.stage,
  }));
  const failed = refused ?? (Object.keys(errors).length > 0 ? t("error.title") : null);
  return (
    <ProviderPage
      frame={view.frame}
      here="referrals"
      title={t("inbox.title", { name: view.frame.organizationName })}
      quietTitle
      strip={<DueStrip view={view} />}
      shortcuts={inboxShortcuts(t, view)}
      skip={view.detail ? { href: "#referral", label: t("inbox.skip") } : undefined}
    >
      {view.banner && <Banner undo={view.banner.undo && <Undo view={view} />}>{view.banner.words}</Banner>}
      {failed && <ErrorSummary title={failed} errors={errors} />}
      <Tabs
        label={t("inbox.tabs")}
        tabs={tabs}
        end={<a href={`${base}?stage=${view.stage}&all=1&print=1`}>{t("inbox.print")}</a>}
      />
      {view.groups.length === 0 && !view.detail ? (
        <Nothing view={view} />
      ) : (
        <div className="cols">
          <ReferralList view={view} chosenId={view.detail?.id ?? null} />
          {view.detail ? (
            <ReferralDetail view={view} detail={view.detail} errors={errors} typed={typed} />
          ) : (
            <div />
          )}
          <SideColumn view={view} />
        </div>
      )}
      <Steps view={view} />
    </ProviderPage>
  );
}

function Undo({ view }: { view: InboxView }) {
  const { t } = useTranslation("provider");
  const undo = view.banner?.undo;
  return undo ? (
    <Form
      method="post"
      action={`${pathTo("/provider/:org/referrals/:id", { org: view.org, id: undo.id })}?stage=${view.stage}`}
    >
      <FormKey />
      {Object.entries(undo.values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button small name="intent" value={undo.intent} shortcut="u">
        {t("undo")}
      </Button>
    </Form>
  ) : null;
}

/** J and K: the next and the previous referral of the list. */
function Steps({ view }: { view: InboxView }) {
  const { t } = useTranslation("provider");
  const to = (id: string) =>
    `${pathTo("/provider/:org/referrals/:id", { org: view.org, id })}?stage=${view.stage}`;
  return (
    <p className="row no-print meta">
      {view.previousId && (
        <Link to={to(view.previousId)} data-key="k" rel="prev">
          {t("inbox.previous")}
        </Link>
      )}
      {view.nextId && (
        <Link to={to(view.nextId)} data-key="j" rel="next">
          {t("inbox.next")}
        </Link>
      )}
    </p>
  );
}

function DueStrip({ view }: { view: InboxView }) {
  const { t } = useTranslation("provider");
  if (!view.strip) return null;
  const { words, count } = view.strip;
  return (
    <section className="strip strip-warn" aria-label={t("due.label")}>
      <Icon name="clock" size={20} />
      <p>
        <strong>{words}</strong> {t("due.why")}
      </p>
      <span className="end row">
        {count <= 5 && (
          <Form
            method="post"
            action={`${pathTo("/provider/:org/referrals", { org: view.org })}?stage=${view.stage}`}
          >
            <Button small icon="check" name="intent" value="confirm-listings">
              {count === 2 ? t("due.confirmBoth") : t("due.confirm", { count })}
            </Button>
          </Form>
        )}
        <a className="btn btn-s btn-q" href={pathTo("/provider/:org/listings", { org: view.org })}>
          {t("due.look")}
        </a>
      </span>
    </section>
  );
}

function Nothing({ view }: { view: InboxView }) {
  const { t } = useTranslation("provider");
  const reaching = view.tabs.find(({ stage }) => stage === "reaching")?.count ?? 0;
  return (
    <div className="cols">
      <EmptyState
        icon="check"
        title={t(`empty.${view.stage}`)}
        action={
          view.stage === "new" && reaching > 0 ? (
            <Link to={`${pathTo("/provider/:org/referrals", { org: view.org })}?stage=reaching`}>
              {t("empty.reachingLink", { count: reaching })}
            </Link>
          ) : undefined
        }
      />
      <div />
      <SideColumn view={view} />
    </div>
  );
}
