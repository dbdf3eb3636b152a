import { useTranslation } from "react-i18next";
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
  const base = `/provider/${frame.org}`;
  const nav = [
    {
      href: `${base}/referrals`,
      label: t("nav.referrals"),
      count: frame.newReferrals || undefined,
      current: here === "referrals",
    },
    {
      href: `${base}/listings`,
      label: t("nav.listings"),
      count: frame.listingsDue ? t("nav.toCheck", { count: frame.listingsDue }) : undefined,
      current: here === "listings",
    },
    { href: `${base}/results`, label: t("nav.results"), current: here === "results" },
    { href: `${base}/team`, label: t("nav.team"), current: here === "team" },
  ];
  return (
    <StaffPage
      {...page}
      brand={frame.brand}
      user={frame.user}
      nav={nav}
      workspace={{ home: `${base}/referrals`, label: t("nav.label") }}
    />
  );
}
