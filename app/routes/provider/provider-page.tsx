import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { StaffPage, type StaffPageProps } from "~/ui/page/staff-page";

/** Whose desk this is and what waits, for the bar of every provider page. */
export type ProviderFrame = {
  brand: string;
  org: string;
  organizationName: string;
  user: { name: string; detail?: string };
  newReferrals: number;
  listingsDue: number;
};

type Props = Omit<StaffPageProps, "workspace" | "nav" | "user" | "brand"> & {
  frame: ProviderFrame;
  here: "referrals" | "listings" | "results" | "team";
};

/** The frame of the provider desk. */
export function ProviderPage({ frame, here, ...page }: Props) {
  const { t } = useTranslation("provider");
  const { org } = frame;
  const nav = [
    {
      href: pathTo("/provider/:org/referrals", { org }),
      label: t("nav.referrals"),
      count: frame.newReferrals || undefined,
      current: here === "referrals",
    },
    {
      href: pathTo("/provider/:org/listings", { org }),
      label: t("nav.listings"),
      count: frame.listingsDue ? t("nav.toCheck", { count: frame.listingsDue }) : undefined,
      current: here === "listings",
    },
    { href: pathTo("/provider/:org/results", { org }), label: t("nav.results"), current: here === "results" },
    { href: pathTo("/provider/:org/team", { org }), label: t("nav.team"), current: here === "team" },
  ];
  return (
    <StaffPage
      {...page}
      brand={frame.brand}
      user={frame.user}
      nav={nav}
      workspace={{ home: pathTo("/provider/:org/referrals", { org }), label: t("nav.label") }}
    />
  );
}
