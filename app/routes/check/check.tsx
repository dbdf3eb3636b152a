import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { checkAction, checkLoader } from "~/auth/public-page.server";
import { confirmByCheck, readListingCheck } from "~/domain/directory/index.server";
import { readJurisdiction } from "~/domain/organizations/index.server";
import { factsInWords } from "~/listing-words/facts-in-words";
import { nameInWords } from "~/listing-words/name-in-words";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { wordsIn } from "~/locales/words-in.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { DescriptionList } from "~/ui/lists";
import { PageForm } from "~/ui/form/page-form";
import { pageHandle } from "~/ui/page/page-handle";
import { StaffPage } from "~/ui/page/staff-page";

export const handle = pageHandle<typeof loader>({ robots: "noindex", title: (t) => t("checks:page.title") });

/** Shows; never confirms: whatever opens links in mails may open this one. */
export const loader = checkLoader(async ({ ctx, params, request, url }) => {
  const check = await readListingCheck(ctx, { token: params.token ?? "" });
  const { title, timeZone } = await readJurisdiction(ctx);
  const language = languageOfRequest(request);
  const words = wordsIn(language, "checks", { timeZone, now: ctx.clock.now() });
  const open = check.state === "open";
  const { organizationId, listingId, hasPeople, state } = check;
  return data(
    {
      brand: title,
      state,
      done: state === "used" && check.outcome === "still_right" && url.searchParams.has("done"),
      hasPeople,
      listings: pathTo("/provider/:org/listings", { org: organizationId }),
      listing: pathTo("/provider/:org/listings/:id", { org: organizationId, id: listingId }),
      program: pathTo("/:lang/programs/:slug", { lang: language, slug: check.slug }),
      name: open ? nameInWords(words, check.listing).name : null,
      facts: open ? factsInWords(words, check.listing) : [],
    },
    { headers: { "Cache-Control": "no-store" } },
  );
});

export const action = checkAction({
  "still-right": [
    z.object({}),
    async ({ ctx, params }) => {
      const token = params.token ?? "";
      const state = await confirmByCheck(ctx, { token });
      return redirect(`${pathTo("/check/:token", { token })}${state === "open" ? "?done" : ""}`, 303);
    },
  ],
});

const parts = ["openings", "how_to_join", "when_where", "who", "languages_access"] as const;

/** The listing as it is shown, one button, and the way to each part for whoever wants to change it. */
export default function CheckPage() {
  const view = useLoaderData<typeof loader>();
  const { t } = useTranslation("checks");
  const frame = { brand: view.brand, workspace: { home: pathTo("/"), label: t("page.title") }, nav: [] };
  if (view.state !== "open") return <Answered frame={frame} view={view} />;
  return (
    <StaffPage {...frame} width="form" title={t("page.ask")} lede={t("page.lede")}>
      <div className="card card-body">
        <h2>{view.name}</h2>
        <DescriptionList facts={view.facts.map(({ label, value }) => ({ term: label, detail: value }))} />
        <PageForm method="post" values={{ intent: "still-right" }}>
          <Button variant="primary">{t("page.stillRight")}</Button>
        </PageForm>
      </div>
      <section id="changed" aria-labelledby="changed-title" className="mt-6">
        <h2 id="changed-title">{t("page.changedTitle")}</h2>
        <p>{t(view.hasPeople ? "page.changedLede" : "page.noPeopleLede")}</p>
        <ChangeLinks view={view} />
      </section>
    </StaffPage>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;
type Frame = { brand: string; workspace: { home: string; label: string }; nav: never[] };

function ChangeLinks({ view: { hasPeople, listing, program } }: { view: View }) {
  const { t } = useTranslation("checks");
  if (!hasPeople) {
    return (
      <p>
        <a href={`${program}/wrong`}>{t("page.tellUs")}</a>
      </p>
    );
  }
  return (
    <ul>
      {parts.map((part) => (
        <li key={part} className="mt-2">
          <a href={`${listing}/edit/${part}`}>{t(`page.part.${part}`)}</a>
        </li>
      ))}
      <li className="mt-2">
        <a href={listing}>{t("page.part.all")}</a>
      </li>
    </ul>
  );
}

function Answered({ frame, view }: { frame: Frame; view: View }) {
  const { t } = useTranslation("checks");
  const what = view.done ? "done" : view.state;
  const next =
    view.hasPeople && view.state !== "used" ? { href: view.listings, words: t("page.signIn") } : null;
  const seen = { href: view.program, words: t("page.seeListing") };
  const link = next ?? (view.state === "gone" ? null : seen);
  return (
    <StaffPage {...frame} width="form" title={t(`page.${what}Title`)} lede={t(`page.${what}`)}>
      {link && (
        <p>
          <a href={link.href}>{link.words}</a>
        </p>
      )}
    </StaffPage>
  );
}
